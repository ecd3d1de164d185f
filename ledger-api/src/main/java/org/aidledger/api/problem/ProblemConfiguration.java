package org.aidledger.api.problem;

import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts problem+json at every place where a request can end badly. */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

  @Bean
  ProblemTexts problemTexts() {
    return new ProblemTexts();
  }

  @Bean
  ProblemWriter problemWriter(ProblemTexts texts) {
    return new ProblemWriter(texts);
  }

  @Bean
  HandlerExceptionResolver problemsForPrograms(ProblemWriter writer) {
    return ProblemResolver.forPrograms(writer);
  }

  @Bean
  HandlerExceptionResolver problemsForPeople(ProblemWriter writer) {
    return ProblemResolver.forPeople(writer);
  }

  @Bean
  RequestRejectedHandler rejectedRequests(ProblemWriter writer) {
    return (request, response, rejected) -> {
      boolean known =
          List.of(HttpMethod.values()).contains(HttpMethod.valueOf(request.getMethod()));
      writer.write(
          request,
          response,
          known ? Problems.of(rejected) : Problem.of(ApiCode.METHOD_NOT_ALLOWED));
    };
  }

  @Bean
  WebMvcConfigurer errorDispatches(ProblemWriter writer) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ErrorDispatch(writer)).order(Integer.MIN_VALUE);
      }
    };
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemValve() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
              }
            });
  }
}
