package org.aidledger.api.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.aidledger.api.json.Texts;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A request of type multipart/form-data with one file and a few short fields, read part by part as
 * it arrives: nothing is gathered in memory, and no clear copy lies on a disk.
 */
public final class Upload {

  /** The name of the part that carries the file. */
  public static final String FILE = "file";

  /** Forms of pages carry their token as their first part. */
  private static final String TOKEN = "_csrf";

  private static final int MOST_PARTS = 20;
  private static final int LONGEST_FIELD = 64 * 1024;
  private static final int LONGEST_TOKEN = 1024;
  private static final int LONGEST_HEADER = 4 * 1024;

  /** What may stand around the file: the fields, the headers of the parts, the boundaries. */
  private static final long AROUND = 2L * 1024 * 1024;

  private final HttpServletRequest request;

  public Upload(HttpServletRequest request) {
    this.request = request;
  }

  /**
   * Reads the request to its end.
   *
   * @param most bytes that the file may have
   * @param keeper takes the file in while it arrives
   * @throws ApiProblem if the request is no upload, has no file or more than one, is too large, or
   *     broke off; the keeper has discarded by then what it kept
   */
  public <T> Received<T> read(long most, FileKeeper<T> keeper) {
    requireUpload();
    if (request.getContentLengthLong() > most + AROUND) {
      throw BoundedStream.tooLarge(most);
    }
    Parts<T> parts = new Parts<>(most, keeper, token());
    boolean whole = false;
    try {
      Received<T> received = parts.readAll(parts(most + AROUND));
      whole = true;
      return received;
    } catch (FileUploadSizeException tooLong) {
      throw BoundedStream.tooLarge(most);
    } catch (IOException broken) {
      // The client stopped half-way, or the parts are not separated as announced.
      throw new ApiProblem(ApiCode.MALFORMED_REQUEST);
    } finally {
      if (!whole) {
        parts.discard();
      }
    }
  }

  private @Nullable UploadToken token() {
    return request.getAttribute(UploadToken.ATTRIBUTE) instanceof UploadToken token ? token : null;
  }

  private void requireUpload() {
    String type = request.getContentType();
    String encoding = request.getHeader("Content-Encoding");
    if (type == null
        || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
        || (encoding != null && !encoding.equalsIgnoreCase("identity"))) {
      throw new ApiProblem(ApiCode.MULTIPART_EXPECTED);
    }
  }

  private FileItemInputIterator parts(long most) throws IOException {
    // Without a factory for items, none can be laid down in a temporary file.
    var reader = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
    reader.setMaxSize(most);
    reader.setMaxPartHeaderSize(LONGEST_HEADER);
    reader.setHeaderCharset(StandardCharsets.UTF_8);
    return reader.getItemIterator(request);
  }

  private static final class Parts<T> {

    private final long most;
    private final FileKeeper<T> keeper;
    private final @Nullable UploadToken token;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private @Nullable T kept;
    private String fileName = "";

    Parts(long most, FileKeeper<T> keeper, @Nullable UploadToken token) {
      this.most = most;
      this.token = token;
      this.keeper = keeper;
    }

    Received<T> readAll(FileItemInputIterator parts) throws IOException {
      boolean trusted = token == null;
      for (int count = 1; parts.hasNext(); count++) {
        if (count > MOST_PARTS) {
          throw new ApiProblem(ApiCode.LIST_TOO_LONG, FILE, Map.of("max", MOST_PARTS));
        }
        FileItemInput part = parts.next();
        if (!trusted) {
          checkToken(part);
          trusted = true;
        } else {
          read(part);
        }
      }
      T found = kept;
      if (found == null) {
        throw new ApiProblem(ApiCode.FILE_MISSING, FILE);
      }
      return new Received<>(found, fileName, Map.copyOf(fields));
    }

    /** Nothing of what comes after it is looked at before. */
    private void checkToken(FileItemInput part) throws IOException {
      boolean isToken = TOKEN.equals(part.getFieldName()) && part.isFormField();
      String given =
          isToken
              ? new String(part.getInputStream().readNBytes(LONGEST_TOKEN), StandardCharsets.UTF_8)
              : null;
      if (token != null && !token.matches(given)) {
        throw new ApiProblem(ApiCode.CSRF_TOKEN_INVALID);
      }
    }

    private void read(FileItemInput part) throws IOException {
      String name = part.getFieldName();
      if (name == null) {
        throw new ApiProblem(ApiCode.MALFORMED_REQUEST);
      }
      if (part.isFormField()) {
        readField(name, part.getInputStream());
        return;
      }
      String givenName = givenName(part);
      // A browser sends a part without a name for a file that was not chosen.
      if (!givenName.isEmpty()) {
        readFile(name, givenName, part.getInputStream());
      }
    }

    /** The reader of parts refuses U+0000 in the name of a file with a fault of its own. */
    private static String givenName(FileItemInput part) {
      try {
        return part.getName();
      } catch (InvalidPathException unseen) {
        throw Texts.unseen(FILE, 0);
      }
    }

    private void readField(String name, InputStream in) throws IOException {
      byte[] bytes = in.readNBytes(LONGEST_FIELD + 1);
      if (bytes.length > LONGEST_FIELD) {
        throw new ApiProblem(ApiCode.TEXT_TOO_LONG, name, Map.of("max", LONGEST_FIELD));
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      Texts.refuseNul(name, text);
      if (!name.equals(TOKEN) && fields.put(name, text) != null) {
        throw new ApiProblem(ApiCode.DUPLICATE_KEY, name);
      }
    }

    private void readFile(String name, String givenName, InputStream in) throws IOException {
      if (!name.equals(FILE)) {
        // Programs send longer texts as files, too.
        readField(name, in);
        return;
      }
      if (kept != null) {
        throw new ApiProblem(ApiCode.DUPLICATE_KEY, FILE);
      }
      fileName = FileNames.clean(givenName);
      InputStream content = new BufferedInputStream(new BoundedStream(in, most));
      content.mark(1);
      if (content.read() < 0) {
        throw new ApiProblem(ApiCode.FILE_EMPTY, FILE);
      }
      content.reset();
      kept = keeper.keep(new UploadedFile(fileName, content));
    }

    void discard() {
      T found = kept;
      if (found != null) {
        keeper.discard(found);
      }
    }
  }
}
