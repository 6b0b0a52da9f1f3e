package io.sequence.intake.outbound.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Rows of {@code refresh_token}, by the token's SHA-256. */
@ApplicationScoped
class RefreshTokenRows implements PanacheRepositoryBase<RefreshTokenRow, String> {}
