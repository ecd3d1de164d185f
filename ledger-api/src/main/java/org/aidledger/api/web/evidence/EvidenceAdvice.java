package org.aidledger.api.web.evidence;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page that this book is sealed, so that it shows the doors to the evidence. */
@ControllerAdvice("org.aidledger.api.web")
@Profile("!axonserver")
final class EvidenceAdvice {

  @ModelAttribute("sealing")
  boolean sealing() {
    return true;
  }
}
