package org.aidledger.api.evidence;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.evidence.merkle.ConsistencyProof;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.merkle.InclusionProof;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.store.seal.SealedBook;
import org.aidledger.store.seal.Witnesses;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signed heads of the book, proofs under them, and what witnesses countersigned. */
@RestController
@RequestMapping("/api/v1/audit")
@RequiresRole(Role.AUDITOR)
@Profile("!axonserver")
class EvidenceController {

  private static final String TEXT = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

  private final SealedBook book;
  private final Witnesses witnesses;

  EvidenceController(SealedBook book, Witnesses witnesses) {
    this.book = book;
    this.witnesses = witnesses;
  }

  /** The last head in the form of C2SP tlog-checkpoint. */
  @GetMapping(path = "/checkpoint", produces = TEXT)
  String checkpoint() {
    return book.head().map(SignedNote::toString).orElseThrow(this::notSealed);
  }

  @GetMapping("/proofs/inclusion")
  InclusionAnswer inclusion(@RequestParam String position, @RequestParam String size) {
    long leaf = number("position", position);
    long leaves = number("size", size);
    if (leaf >= leaves) {
      throw new ApiProblem(ApiCode.PARAMETER_MALFORMED, "position");
    }
    InclusionProof proof = sealed(book.inclusion(leaf, leaves));
    return new InclusionAnswer(leaf, leaves, texts(proof.path()));
  }

  @GetMapping("/proofs/consistency")
  ConsistencyAnswer consistency(@RequestParam String from, @RequestParam String to) {
    long older = number("from", from);
    long younger = number("to", to);
    if (older > younger) {
      throw new ApiProblem(ApiCode.PARAMETER_MALFORMED, "from");
    }
    ConsistencyProof proof = sealed(book.consistency(older, younger));
    return new ConsistencyAnswer(older, younger, texts(proof.path()));
  }

  /** Takes a head of this book that a known witness has countersigned. */
  @PostMapping("/witness")
  @RequestBody(
      required = true,
      description = "A countersigned head, as C2SP tlog-cosignature writes it.",
      content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
  WitnessedAnswer witness(HttpServletRequest request) {
    Checkpoint checkpoint = witnesses.accept(NoteBody.read(request));
    return new WitnessedAnswer(checkpoint.size(), checkpoint.root().toString());
  }

  private <T> T sealed(Optional<T> proof) {
    return proof.orElseThrow(this::notSealed);
  }

  private ApiProblem notSealed() {
    return new ApiProblem(ApiCode.NOT_SEALED_YET, null, Map.of("sealed", book.size()));
  }

  private static long number(String parameter, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new ApiProblem(ApiCode.PARAMETER_MALFORMED, parameter);
    }
    return Long.parseLong(text);
  }

  private static List<String> texts(List<Hash> path) {
    return path.stream().map(Hash::toString).toList();
  }

  /** That a position is in the book of a size; the path in base64, from the leaf upwards. */
  record InclusionAnswer(long position, long size, List<String> path) {}

  /** That the book of one size begins like that of another; the path in base64. */
  record ConsistencyAnswer(long from, long to, List<String> path) {}

  /** The head that was countersigned. */
  record WitnessedAnswer(long size, String root) {}
}
