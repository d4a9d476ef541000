package org.dorsum.clinic.web;

import java.time.Duration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The web side as a whole; what it works on (persons, clients, photos) is handed in as beans by whoever starts it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@Import({
    SecurityRules.class,
    EveryPage.class,
    EntryPages.class,
    AccountPages.class,
    PeoplePages.class,
    AuditPages.class,
    RetentionPages.class,
    ClientPages.class,
    VisitPages.class,
    PhotoPages.class,
    SeeingPages.class,
    ComparePages.class,
    TrendPages.class,
    OutPages.class,
    QuickPages.class,
    Api.class,
    ApiComparisons.class
})
public class WebConfiguration implements WebMvcConfigurer {
    private static final Duration ASSETS = Duration.ofHours(1);

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/org/dorsum/clinic/assets/")
                .setCacheControl(CacheControl.maxAge(ASSETS));
    }
}
