package org.aidledger.api;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.aidledger.store.postgres.DataInUseException;
import org.aidledger.store.postgres.DatabaseStartException;
import org.aidledger.store.postgres.StartFailure;
import org.aidledger.store.seal.SealKeyException;
import org.aidledger.store.subject.MasterKeyException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;

/** {@code serve}: everything on one machine, until it is told to stop. */
final class Serve {

  /** The data folder belongs to a process that is running already. */
  static final int DATA_IN_USE = 3;

  private static final int FAILED = 1;

  private static final int WRONG_USE = 64;

  private static final Pattern SETTING = Pattern.compile("--[^=]+=.*", Pattern.DOTALL);

  private Serve() {}

  /** Starts the application and returns; 0 while it runs on, else the exit status. */
  static int run(String[] options) {
    SpringApplication application = new SpringApplication(LedgerApplication.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < options.length; i++) {
      switch (options[i]) {
        case "--demo" -> settings.add("--ledger.demo=true");
        case "--data" -> settings.add(option("--ledger.data=", "--data", options, ++i));
        case "--port" -> settings.add(option("--server.port=", "--port", options, ++i));
        default -> settings.add(options[i]);
      }
    }
    // A setting has its value behind an equals sign. What has none is a slip of the hand, and would
    // start another ledger than the one that is meant.
    for (String setting : settings) {
      if (!SETTING.matcher(setting).matches()) {
        System.err.println("未知选项或缺少取值。Unknown option, or one without its value: " + setting);
        System.err.println("serve [--data DIR] [--port N] [--demo] [--SETTING=VALUE ...]");
        return WRONG_USE;
      }
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
        System.err.println(sentence(start));
        return start instanceof DataInUseException ? DATA_IN_USE : FAILED;
      }
      throw failure;
    }
  }

  /** One line for people instead of a stack trace, in both languages. */
  static String sentence(RuntimeException failure) {
    return failure instanceof PortInUseException port
        ? ("端口 %1$d 已被另一个程序占用，请先停止它，或用 --port 换一个。"
                + " Another program uses port %1$d: stop it, or choose another port with --port.")
            .formatted(port.getPort())
        : chinese(failure) + " " + failure.getMessage();
  }

  /** What stands before the English sentence. */
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

  /** As the setting that it stands for, or as it was given if its value is missing. */
  private static String option(String setting, String given, String[] options, int at) {
    return at < options.length && !options[at].isEmpty() ? setting + options[at] : given;
  }
}
