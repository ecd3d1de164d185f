package org.aidledger.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * A test against the running {@link WebSide}, which all such tests share. Axon's own set-up stays
 * out: the book is in memory.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = WebSide.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.threads.virtual.enabled=true",
      "ledger.security.bcrypt-strength=4",
      "ledger.security.attempts-per-address=1000",
      "spring.autoconfigure.exclude="
          + "org.axonframework.springboot.autoconfig.AvroSerializerAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.AxonAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.AxonTimeoutAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.AxonJobRunrAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.AxonServerActuatorAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.AxonServerAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.InfraConfiguration,"
          + "org.axonframework.springboot.autoconfig.InterceptorAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.JpaAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.MetricsAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.ObjectMapperAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.CBORMapperAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.OpenTelemetryAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.SecurityAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration,"
          + "org.axonframework.springboot.autoconfig.XStreamAutoConfiguration"
    })
public @interface WebSideTest {}
