package org.aidledger.api.export;

import java.time.Clock;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take an {@link Export}. */
@Configuration(proxyBeanMethods = false)
public class ExportConfiguration {

  @Bean
  WebMvcConfigurer exports(MessageSource messages, Clock clock) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ExportResolver(messages, clock.getZone()));
      }
    };
  }
}
