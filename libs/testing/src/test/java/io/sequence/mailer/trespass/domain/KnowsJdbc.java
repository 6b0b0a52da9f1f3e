package io.sequence.mailer.trespass.domain;

import javax.sql.DataSource;

class KnowsJdbc {
    DataSource source;
}
