package org.aidledger.api.auditpackage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.aidledger.store.file.SealedFileReader;
import org.aidledger.store.file.SealedFileWriter;
import org.aidledger.store.postgres.PrivateFile;
import org.aidledger.store.subject.MasterKey;
import tools.jackson.databind.json.JsonMapper;

/** The packages on this machine's disk: what was asked for, and the encrypted file once it is. */
final class PackageFolder {

  private static final String ORDER = ".json";
  private static final String PART = ".part";
  private static final String FILE = ".package";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final MasterKey master;

  PackageFolder(Path folder, MasterKey master) {
    this.folder = folder;
    this.master = master;
  }

  void save(PackageOrder order) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      PrivateFile.write(path(order.packageId(), ORDER), JSON.writeValueAsString(order));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<PackageOrder> find(UUID id) {
    try {
      return Optional.of(JSON.readValue(Files.readString(path(id, ORDER)), PackageOrder.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All orders, the oldest first. */
  List<PackageOrder> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ORDER))
          .map(name -> UUID.fromString(name.substring(0, name.length() - ORDER.length())))
          .flatMap(id -> find(id).stream())
          .sorted(Comparator.comparing(PackageOrder::orderedAt))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins the file anew. */
  SealedFileWriter begin(UUID id) throws IOException {
    Files.deleteIfExists(path(id, PART));
    return new SealedFileWriter(path(id, PART), master, id);
  }

  /** From now on the file is there. */
  void finish(UUID id) throws IOException {
    Files.move(path(id, PART), path(id, FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Clear bytes of a finished file; empty before. */
  Optional<Long> size(UUID id) {
    try {
      return Optional.of(SealedFileReader.size(path(id, FILE)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SealedFileReader open(UUID id) throws IOException {
    return new SealedFileReader(path(id, FILE), master, id);
  }

  void delete(UUID id) {
    discard(id);
    deleteIfThere(path(id, ORDER));
  }

  /** Deletes what was made of it; that it was asked for stays. */
  void discard(UUID id) {
    deleteIfThere(path(id, FILE));
    deleteIfThere(path(id, PART));
  }

  private static void deleteIfThere(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deletes what was asked for before a time, and then the oldest until the rest fits; but never
   * the newest for its size, because whoever asked for it has not had it yet.
   */
  void sweep(Instant before, long maxTotal) {
    List<PackageOrder> finished =
        all().stream()
            .filter(order -> order.failure() != null || size(order.packageId()).isPresent())
            .toList();
    long total = finished.stream().mapToLong(o -> size(o.packageId()).orElse(0L)).sum();
    for (PackageOrder order : finished) {
      boolean tooMuch = total > maxTotal && !order.equals(finished.getLast());
      if (order.orderedAt().isBefore(before) || tooMuch) {
        total -= size(order.packageId()).orElse(0L);
        delete(order.packageId());
      }
    }
  }

  private Path path(UUID id, String ending) {
    return folder.resolve(id + ending);
  }
}
