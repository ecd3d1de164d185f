package org.aidledger.api.wiring;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How requests find their handlers. */
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
}
