package org.aidledger.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.store.postgres.DataInUseException;
import org.aidledger.store.postgres.DatabaseStartException;
import org.aidledger.store.postgres.StartFailure;
import org.aidledger.store.seal.SealKeyException;
import org.aidledger.store.subject.MasterKeyException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** {@code serve}: everything on one machine, until it is told to stop. */
final class Serve {

  /** The data folder belongs to a process that is running already. */
  static final int DATA_IN_USE = 3;

  private static final int FAILED = 1;

  private static final int WRONG_USE = 64;

  private Serve() {}

  /** Starts the application and returns; 0 while it runs on, else the exit status. */
  static int run(String[] options) {
    SpringApplication application = new SpringApplication(LedgerApplication.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < options.length; i++) {
      switch (options[i]) {
        case "--demo" -> settings.add("--ledger.demo=true");
        case "--data" -> settings.add("--ledger.data=" + value(options, ++i));
        case "--port" -> settings.add("--server.port=" + value(options, ++i));
        default -> settings.add(options[i]);
      }
    }
    if (settings.contains("")) {
      System.err.println("serve [--data DIR] [--port N] [--demo]");
      return WRONG_USE;
    }
    return start(application, settings);
  }

  private static int start(SpringApplication application, List<String> settings) {
    try {
      application.run(settings.toArray(String[]::new));
      return 0;
    } catch (RuntimeException failure) {
      RuntimeException start = StartFailures.of(failure);
      if (start != null) {
        System.err.println(chinese(start) + " " + start.getMessage());
        return start instanceof DataInUseException ? DATA_IN_USE : FAILED;
      }
      throw failure;
    }
  }

  /** What stands before the English sentence: one line for people instead of a stack trace. */
  private static String chinese(RuntimeException failure) {
    return switch (failure) {
      case DatabaseStartException database -> chinese(database.failure());
      case SealKeyException _ -> "封存密钥文件缺失、无法读取或不属于本账簿，请从备份放回正确的文件。";
      case MasterKeyException _ -> "主密钥文件缺失、无法读取或不属于本账簿，请从备份放回正确的文件。";
      default -> throw new IllegalStateException("not a failure to start", failure);
    };
  }

  private static String chinese(StartFailure failure) {
    return switch (failure) {
      case DATA_IN_USE -> "数据目录正在被另一个进程使用，请先停止它。";
      case DATA_UNUSABLE -> "数据目录无法创建或读写，请检查路径和权限。";
      case DATA_OTHER_VERSION -> "数据目录是另一个大版本的 PostgreSQL 写的。";
      case DATA_PASSWORD_REFUSED -> "postgres.env 里的密码与数据库不符。";
      case PLATFORM_UNSUPPORTED -> "没有适用于本机系统的 PostgreSQL 程序。";
      case ROOT_NOT_ALLOWED -> "PostgreSQL 不能以 root 运行，请换普通用户启动。";
      case DATABASE_NOT_STARTED -> "数据库未能启动，原因见数据目录中的日志。";
    };
  }

  private static String value(String[] options, int at) {
    return at < options.length ? Path.of(options[at]).toString() : "";
  }
}
