package org.aidledger.api.web.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import org.aidledger.store.postgres.DatabaseOptions;
import org.aidledger.store.postgres.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The pages on a port of their own, with a real database behind them. */
public final class PagesServer implements AutoCloseable {

  /** The pages stop in less, unless a stream is waited for in vain. */
  static final Duration LONGEST_STOP = Duration.ofMinutes(1);

  private static @Nullable PagesServer shared;

  private final EmbeddedDatabase database;
  private final ServletWebServerApplicationContext application;
  private final Book book;
  private final Path folder;
  private final int port;

  private PagesServer(
      EmbeddedDatabase database,
      ServletWebServerApplicationContext application,
      Book book,
      Path folder) {
    this.database = database;
    this.application = application;
    this.book = book;
    this.folder = folder;
    this.port = Objects.requireNonNull(application.getWebServer()).getPort();
  }

  /** Starts with an empty book. */
  public static PagesServer start() {
    Path folder = folder();
    EmbeddedDatabase database =
        EmbeddedDatabase.start(folder, DatabaseOptions.defaults().withoutWalFiles());
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.jdbcUrl());
    dataSource.setUser(database.user());
    dataSource.setPassword(database.password());
    Book book = new Book(dataSource, Instant.parse("2025-05-30T00:00:00Z"));
    try {
      book.create();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    var application =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(PagesApplication.class)
                .initializers(
                    context ->
                        ((GenericApplicationContext) context)
                            .registerBean(DataSource.class, () -> dataSource))
                .run(
                    "--server.port=0",
                    "--spring.main.banner-mode=off",
                    "--spring.lifecycle.timeout-per-shutdown-phase=" + LONGEST_STOP);
    return new PagesServer(database, application, book, folder);
  }

  /** Starts with the story in the book. */
  public static PagesServer withStory() throws SQLException {
    PagesServer server = start();
    Story.tell(server.book);
    return server;
  }

  /**
   * One with the story in the book for all tests of this JVM that only read. It ends with the JVM.
   */
  public static synchronized PagesServer shared() {
    PagesServer server = shared;
    if (server == null) {
      try {
        server = withStory();
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
      shared = server;
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }
    return server;
  }

  /** The address of a path. */
  public String at(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  public Book book() {
    return book;
  }

  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  /** Ends the pages, as the end of the process would. */
  void stopPages() {
    application.close();
  }

  @Override
  public void close() {
    stopPages();
    database.close();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("pages");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
