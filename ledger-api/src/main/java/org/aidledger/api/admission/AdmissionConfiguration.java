package org.aidledger.api.admission;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the door in its place and shows its figures. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdmissionSettings.class)
class AdmissionConfiguration {

  private static final Duration[] ANSWERED_WITHIN =
      LongStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  @Bean
  Admission admission(AdmissionSettings settings, MeterRegistry registry) {
    Timer answers =
        Timer.builder("ledger.admission.answer")
            .description("From letting an order in to its answer")
            .serviceLevelObjectives(ANSWERED_WITHIN)
            .register(registry);
    return new Admission(
        settings, System::nanoTime, nanos -> answers.record(nanos, TimeUnit.NANOSECONDS));
  }

  @Bean
  MeterBinder admissionFigures(Admission admission) {
    return registry -> {
      Gauge.builder("ledger.admission.waiting", admission, Admission::waiting)
          .description("Lines let in and not yet answered")
          .baseUnit("lines")
          .register(registry);
      Gauge.builder("ledger.admission.bound", admission, Admission::bound)
          .description("Lines that may wait before the next order is turned away")
          .baseUnit("lines")
          .register(registry);
      FunctionCounter.builder("ledger.admission.turned.away", admission, Admission::turnedAway)
          .description("Orders answered 429 because the queue was full")
          .register(registry);
    };
  }

  @Bean
  WebMvcConfigurer admissionGate(Admission admission) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        // Behind the check of roles: a stranger learns nothing of the queue.
        registry
            .addInterceptor(new AdmissionGate(admission))
            .addPathPatterns("/api/v1/**")
            .order(1);
      }
    };
  }
}
