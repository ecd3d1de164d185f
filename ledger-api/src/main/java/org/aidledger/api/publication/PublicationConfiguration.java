package org.aidledger.api.publication;

import javax.sql.DataSource;
import org.aidledger.projections.publication.PublicQueries;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the public pages stand on. */
@Configuration(proxyBeanMethods = false)
class PublicationConfiguration {

  @Bean
  PublicQueries publicQueries(DataSource dataSource) {
    return new PublicQueries(dataSource);
  }

  @Bean
  WebMvcConfigurer crowds(@Value("${ledger.public.requests-per-minute:120}") int aMinute) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry
            .addInterceptor(new Crowd(aMinute))
            .addPathPatterns("/public", "/public/**", "/api/v1/public/**");
      }
    };
  }
}
