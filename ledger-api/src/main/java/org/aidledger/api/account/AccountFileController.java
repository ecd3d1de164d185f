package org.aidledger.api.account;

import java.util.List;
import java.util.stream.Collectors;
import org.aidledger.api.export.Column;
import org.aidledger.api.export.Export;
import org.aidledger.api.export.ExportList;
import org.aidledger.api.export.Rows;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The accounts as a file; there are as many as people in the office. */
@RestController
class AccountFileController {

  private final Accounts accounts;

  AccountFileController(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/api/v1/accounts.{format}")
  @RequiresRole({Role.ADMIN, Role.AUDITOR})
  ResponseEntity<StreamingResponseBody> accounts(Export export) {
    Texts texts = export.texts();
    List<Column<KnownAccount>> columns =
        List.of(
            Column.text("export.username", 20, KnownAccount::username),
            Column.text("export.roles", 28, account -> roles(account, texts)),
            Column.text(
                "export.state",
                10,
                account -> texts.get(account.disabled() ? "export.disabled" : "export.active")),
            Column.time("export.passwordChangedAt", KnownAccount::passwordChangedAt),
            Column.text("export.id", 38, account -> account.accountId().toString()));
    return export.answer(
        new ExportList<>(
            "accounts", texts.get("export.accounts"), columns, Rows.of(accounts.all())));
  }

  private static String roles(KnownAccount account, Texts texts) {
    return account.roles().stream()
        .sorted()
        .map(role -> texts.word("role", role.name()))
        .collect(Collectors.joining(texts.get("list.separator")));
  }
}
