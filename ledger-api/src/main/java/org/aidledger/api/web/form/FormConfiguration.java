package org.aidledger.api.web.form;

import java.util.List;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.reading.ReadWait;
import org.aidledger.api.web.ActorNames;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets pages take and show forms. Needs a {@link BusinessCalendar} and a {@link ReadWait}. */
@Configuration(proxyBeanMethods = false)
public class FormConfiguration {

  @Bean
  Forms forms(BusinessCalendar calendar, ProblemTexts problemTexts, MessageSource messages) {
    return new Forms(calendar, problemTexts, messages);
  }

  @Bean
  OwnName ownName(ActorNames names) {
    return new OwnName(names);
  }

  @Bean
  WebMvcConfigurer postedForms(BusinessCalendar calendar, ReadWait wait) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PostedResolver(calendar));
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new SeenAfterPosting(wait)).excludePathPatterns("/assets/**");
      }
    };
  }
}
