package org.aidledger.api.wiring;

import org.aidledger.api.admission.Admission;
import org.aidledger.api.admission.AdmissionFilter;
import org.aidledger.api.problem.ProblemWriter;
import org.aidledger.api.problem.Problems;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How requests find their handlers, and who is turned away before. */
@Configuration(proxyBeanMethods = false)
class HttpWiring {

  @Bean
  WebMvcRegistrations narrowedMapping() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new NarrowedMapping();
      }
    };
  }

  @Bean
  FilterRegistrationBean<AdmissionFilter> admissionFilter(
      Admission admission, ProblemWriter writer) {
    FilterRegistrationBean<AdmissionFilter> filter =
        new FilterRegistrationBean<>(
            new AdmissionFilter(
                admission,
                (request, response, full) -> {
                  // What Spring Security adds to every other answer.
                  response.setHeader("Cache-Control", "no-store");
                  response.setHeader("X-Content-Type-Options", "nosniff");
                  writer.write(request, response, Problems.of(full));
                }));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  RequestsInTurn requestsInTurn() {
    Carriers.multiply();
    return new RequestsInTurn();
  }

  /** Behind Spring Boot's own, which gives Tomcat virtual threads without any order. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> requestsBeginInTurn(
      RequestsInTurn requests) {
    return factory ->
        factory.addProtocolHandlerCustomizers(handler -> handler.setExecutor(requests));
  }
}
