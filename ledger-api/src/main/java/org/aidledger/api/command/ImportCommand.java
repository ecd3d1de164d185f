package org.aidledger.api.command;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.evidence.pack.PackageEntry;
import org.aidledger.evidence.pack.PackageFile;
import org.aidledger.store.postgres.DataInUseException;
import org.aidledger.store.postgres.DatabaseStartException;
import org.aidledger.store.seal.BookRestore;
import org.aidledger.store.seal.RestoreRefusedException;
import org.aidledger.store.seal.SealException;
import org.aidledger.store.seal.SealKey;
import org.aidledger.store.seal.SealedBook;
import org.aidledger.store.seal.Sealer;
import org.aidledger.store.seal.Witnesses;
import org.aidledger.verifier.Verify;
import org.aidledger.verifier.report.Fact;
import org.aidledger.verifier.report.Report;
import org.aidledger.verifier.report.ReportText;
import org.aidledger.verifier.scratch.NoScratchException;
import org.jspecify.annotations.Nullable;

/**
 * {@code import}: rebuilds a book from an audit package of everything, in a ledger in which nothing
 * was recorded yet. The package is judged first by the rules of the verifier; then positions,
 * recorded times and every byte are kept, so that the rebuilt book has the same root.
 */
public final class ImportCommand {

  private static final String EVENTS = "events.jsonl";
  private static final int REFUSED = 1;
  private static final int NOT_READABLE = 2;
  private static final int DATA_IN_USE = 3;
  private static final int WRONG_USE = 64;

  private final PrintStream out;

  public ImportCommand(PrintStream out) {
    this.out = out;
  }

  /** Carries the command out and gives its exit status. */
  public int run(List<String> arguments) {
    ImportOptions options = ImportOptions.parse(arguments).orElse(null);
    if (options == null) {
      out.println(
          "import FILE [--data DIR] [--seal-key FILE] [--key FILE] [--checkpoint FILE]"
              + " [--language zh|en]");
      return WRONG_USE;
    }
    try {
      Report report = verified(options);
      if (report == null || report.kind() != Report.Kind.PACKAGE) {
        return say("NO_PACKAGE", "不是审计包。This is no audit package.", NOT_READABLE);
      }
      out.print(new ReportText(options.language()).of(report));
      if (!report.genuine()) {
        return say("PACKAGE_NOT_GENUINE", "审计包未通过校验，未导入。The package is not genuine.", REFUSED);
      }
      Map<Fact, String> facts = report.facts();
      if (facts.containsKey(Fact.HASHES) || !facts.containsKey(Fact.ROOT)) {
        return say(
            "PACKAGE_NOT_WHOLE",
            "只能由含全部事件的审计包重建。Only a package of everything rebuilds a book.",
            REFUSED);
      }
      return rebuild(options, facts);
    } catch (IOException unreadable) {
      return say("NOT_READABLE", "文件无法读取。The file cannot be read.", NOT_READABLE);
    } catch (NoScratchException full) {
      return say(
          "NO_TEMPORARY_FILE",
          "校验所需的临时文件无法写入。The verifier cannot write its temporary file: " + full.getMessage(),
          NOT_READABLE);
    }
  }

  /** Judges the file; what the verifier cannot cope with is as good as unreadable. */
  private static @Nullable Report verified(ImportOptions options) throws IOException {
    try {
      return Verify.report(options.file(), options.keys(), options.checkpoints());
    } catch (NoScratchException full) {
      throw full;
    } catch (RuntimeException fault) {
      throw new IOException(fault);
    }
  }

  private int rebuild(ImportOptions options, Map<Fact, String> facts) throws IOException {
    long size = Long.parseLong(facts.getOrDefault(Fact.SIZE, "0"));
    Hash root = Hash.parse(facts.getOrDefault(Fact.ROOT, ""));
    try (BookDatabase book = BookDatabase.openAlone(options.data());
        PackageFile file = PackageFile.open(options.file())) {
      BookRestore restore = new BookRestore(book.dataSource());
      try (InputStream lines = file.content(events(file))) {
        restore.restore(lines, size, root, done -> progress(done, size));
      }
      Checkpoint sealed = seal(options, book.dataSource());
      if (sealed.size() != size || !sealed.root().equals(root)) {
        return say("ROOT_DIFFERS", "重建后的根哈希不符。The rebuilt book has another root.", REFUSED);
      }
      out.println("已重建：" + size + " 条事件。Rebuilt: " + size + " events.");
      out.println("根哈希 root " + sealed.root());
      out.println("封存点 head " + sealed.origin());
      out.println(
          "姓名、账号等加密内容须凭原数据库中的个人盐值和主密钥才能读取，审计包不含。"
              + " Encrypted names and accounts cannot be read: a package holds neither the persons'"
              + " salts nor the master key. See docs/evidence.");
      return 0;
    } catch (RestoreRefusedException refused) {
      return say(refused.code().name(), sentence(refused), REFUSED);
    } catch (DataInUseException running) {
      return say("DATA_IN_USE", "数据目录正在使用。The data folder is in use.", DATA_IN_USE);
    } catch (DatabaseStartException | PoolInitializationException | SealException failed) {
      return say("FAILED", "未能导入。The import failed: " + failed.getMessage(), REFUSED);
    }
  }

  private static PackageEntry events(PackageFile file) throws IOException {
    return file.entries().stream()
        .filter(entry -> entry.name().equals(EVENTS))
        .findFirst()
        .orElseThrow(() -> new IOException("no " + EVENTS));
  }

  /** Seals what was restored, as the server would within seconds. */
  private static Checkpoint seal(ImportOptions options, DataSource dataSource) {
    NoteSigner signer = SealKey.open(options.sealKey(), dataSource);
    Witnesses witnesses =
        new Witnesses(
            dataSource,
            signer.publicKey(),
            List.of(),
            options.sealKey().resolveSibling("countersigned.checkpoint"));
    new Sealer(dataSource, signer, witnesses).sealAll();
    return Checkpoint.of(new SealedBook(dataSource, witnesses).head().orElseThrow());
  }

  private static String sentence(RestoreRefusedException refused) {
    return switch (refused.code()) {
      case LEDGER_NOT_EMPTY -> "这个账簿不是空的，未导入。Something was recorded in this ledger before.";
      case EVENT_UNREADABLE, ROOT_DIFFERS ->
          "事件与根哈希不符，未导入。The events are not those of the root: " + refused.getMessage();
    };
  }

  private void progress(long done, long size) {
    out.printf(Locale.ROOT, "%,d / %,d 事件 events%n", done, size);
  }

  private int say(String code, String sentence, int status) {
    out.println(sentence + " [" + code + "]");
    return status;
  }
}
