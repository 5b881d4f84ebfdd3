"""The read tables: a fold of the record. Only `project` writes them; `rebuild` makes them anew.

Words by language, sources, tags and findings are JSON texts. Every row that a person may read
carries, itself or through its parent, the audience that may read it.
"""

VERSION = 11  # raise it when a table or a projection changes: the tables are rebuilt at start

TABLES = """
CREATE TABLE audience (audience_id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO audience VALUES (1, 'public'), (2, 'members'), (3, 'secretariat');
CREATE TABLE person_audience (
    person TEXT NOT NULL, audience_id INTEGER NOT NULL, PRIMARY KEY (person, audience_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE assembly (
    assembly TEXT PRIMARY KEY, names TEXT NOT NULL, short TEXT NOT NULL, languages TEXT NOT NULL,
    timezone TEXT NOT NULL, seat TEXT NOT NULL, founded TEXT NOT NULL, sources TEXT NOT NULL
) STRICT;
CREATE TABLE assembly_name (
    since TEXT NOT NULL, names TEXT NOT NULL, sources TEXT NOT NULL
) STRICT;
CREATE TABLE rulebook (
    position INTEGER PRIMARY KEY, rulebook TEXT NOT NULL, since TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE TABLE rulebook_signature (
    position INTEGER PRIMARY KEY, rulebook TEXT NOT NULL, digest TEXT NOT NULL,
    person TEXT NOT NULL, signed_on TEXT NOT NULL, remark TEXT NOT NULL
) STRICT;
CREATE TABLE organ (
    organ TEXT PRIMARY KEY, kind TEXT NOT NULL, rules TEXT NOT NULL, names TEXT NOT NULL,
    mandate TEXT NOT NULL, established TEXT NOT NULL, until TEXT
) STRICT;
CREATE TABLE organ_name (
    position INTEGER PRIMARY KEY, organ TEXT NOT NULL, since TEXT NOT NULL, names TEXT NOT NULL,
    mandate TEXT NOT NULL, sources TEXT NOT NULL
) STRICT;
CREATE TABLE party (
    party TEXT PRIMARY KEY, names TEXT NOT NULL, state TEXT NOT NULL, sources TEXT NOT NULL,
    status TEXT, status_since TEXT
) STRICT;
CREATE TABLE party_status (
    position INTEGER PRIMARY KEY, party TEXT NOT NULL, status TEXT NOT NULL, since TEXT NOT NULL,
    until TEXT, sources TEXT NOT NULL
) STRICT;
CREATE TABLE person (person TEXT PRIMARY KEY, names TEXT NOT NULL) STRICT;
CREATE TABLE office (
    position INTEGER PRIMARY KEY, person TEXT NOT NULL, office TEXT NOT NULL, of TEXT NOT NULL,
    since TEXT NOT NULL, until TEXT, sources TEXT NOT NULL
) STRICT;
CREATE INDEX office_person ON office (person);
CREATE INDEX office_of ON office (of);
CREATE TABLE chairmanship (
    position INTEGER PRIMARY KEY, party TEXT NOT NULL, since TEXT NOT NULL, sources TEXT NOT NULL
) STRICT;
CREATE TABLE series (
    series TEXT PRIMARY KEY, organ TEXT NOT NULL, names TEXT NOT NULL, cadence_months INTEGER,
    cadence_sources TEXT NOT NULL, core TEXT NOT NULL, opened TEXT NOT NULL
) STRICT;
CREATE TABLE tag (
    tag TEXT PRIMARY KEY, scheme TEXT NOT NULL, names TEXT NOT NULL,
    under TEXT NOT NULL DEFAULT '', -- of a goal: its strategy
    due TEXT, since TEXT NOT NULL, until TEXT
) STRICT;
CREATE TABLE named_group (group_id TEXT PRIMARY KEY, names TEXT NOT NULL) STRICT;
CREATE TABLE group_member (
    group_id TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (group_id, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting (
    meeting TEXT PRIMARY KEY, series TEXT NOT NULL, ordinal INTEGER NOT NULL, state TEXT NOT NULL,
    when_text TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL, place TEXT NOT NULL,
    host TEXT, theme TEXT NOT NULL, example INTEGER NOT NULL, after_the_fact INTEGER NOT NULL,
    deadlines TEXT NOT NULL, notes TEXT NOT NULL, sources TEXT NOT NULL, convened_on TEXT NOT NULL,
    quorum TEXT NOT NULL DEFAULT '{}', minutes_position INTEGER, minutes_on TEXT, closed_on TEXT,
    audience_id INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_series ON meeting (series, ordinal);
CREATE INDEX meeting_day ON meeting (first_day);
CREATE TABLE meeting_move (
    position INTEGER PRIMARY KEY, meeting TEXT NOT NULL, on_day TEXT NOT NULL,
    was_when TEXT NOT NULL, was_place TEXT NOT NULL, sources TEXT NOT NULL
) STRICT;
CREATE TABLE meeting_party (
    meeting TEXT NOT NULL, party TEXT NOT NULL, invited INTEGER NOT NULL DEFAULT 0,
    present INTEGER NOT NULL DEFAULT 0, members INTEGER NOT NULL DEFAULT 0, head TEXT,
    delegates TEXT NOT NULL DEFAULT '[]', credentials TEXT, reason TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (meeting, party)
) STRICT, WITHOUT ROWID;
CREATE TABLE matter (
    matter TEXT PRIMARY KEY, meeting TEXT NOT NULL, series TEXT NOT NULL, title TEXT NOT NULL,
    raised_by TEXT NOT NULL, raised_on TEXT NOT NULL, tags TEXT NOT NULL, sources TEXT NOT NULL,
    settled_on TEXT, settled_at TEXT, how TEXT NOT NULL DEFAULT '{}', audience_id INTEGER NOT NULL
) STRICT;
CREATE INDEX matter_series ON matter (series);
CREATE INDEX matter_meeting ON matter (meeting);
CREATE TABLE agenda_issue (
    meeting TEXT NOT NULL, issue INTEGER NOT NULL, status TEXT NOT NULL, on_day TEXT NOT NULL,
    position INTEGER NOT NULL, audience_id INTEGER NOT NULL, PRIMARY KEY (meeting, issue)
) STRICT, WITHOUT ROWID;
CREATE TABLE agenda_item (
    meeting TEXT NOT NULL, issue INTEGER NOT NULL, number INTEGER NOT NULL, item TEXT NOT NULL,
    title TEXT NOT NULL, origin TEXT NOT NULL, matter TEXT, document TEXT,
    commitments TEXT NOT NULL,
    PRIMARY KEY (meeting, issue, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE statement (
    statement TEXT PRIMARY KEY, meeting TEXT NOT NULL, item TEXT, speaker TEXT NOT NULL,
    on_behalf TEXT NOT NULL, summary TEXT NOT NULL, tags TEXT NOT NULL, on_day TEXT NOT NULL,
    sources TEXT NOT NULL, position INTEGER NOT NULL, audience_id INTEGER NOT NULL
) STRICT;
CREATE INDEX statement_meeting ON statement (meeting, position);
CREATE TABLE decision (
    decision TEXT PRIMARY KEY, meeting TEXT NOT NULL, question TEXT NOT NULL, document TEXT,
    item TEXT, rule TEXT NOT NULL, entitled TEXT NOT NULL, result TEXT, finding TEXT NOT NULL,
    put_on TEXT NOT NULL, decided_on TEXT, position INTEGER NOT NULL, decided_at INTEGER,
    amendments TEXT NOT NULL, units TEXT NOT NULL, departure TEXT NOT NULL,
    method TEXT NOT NULL, roll TEXT NOT NULL, seed TEXT NOT NULL, motion TEXT,
    closed INTEGER NOT NULL DEFAULT 0, counts TEXT NOT NULL DEFAULT '{}',
    contested TEXT NOT NULL DEFAULT '[]', audience_id INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_meeting ON decision (meeting, position);
CREATE INDEX decision_document ON decision (document);
CREATE TABLE decision_position (
    decision TEXT NOT NULL, party TEXT NOT NULL, choice TEXT NOT NULL, given_by TEXT NOT NULL,
    position INTEGER NOT NULL, PRIMARY KEY (decision, party)
) STRICT, WITHOUT ROWID;

CREATE TABLE sitting (
    meeting TEXT PRIMARY KEY, item TEXT NOT NULL DEFAULT '', suspended INTEGER NOT NULL DEFAULT 0,
    resumes_at TEXT NOT NULL DEFAULT '', list_open INTEGER NOT NULL DEFAULT 0,
    seconds INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE sitting_part (
    meeting TEXT NOT NULL, part TEXT NOT NULL, audience_id INTEGER NOT NULL,
    position INTEGER NOT NULL, PRIMARY KEY (meeting, part, audience_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE speech (
    request TEXT PRIMARY KEY, meeting TEXT NOT NULL, person TEXT NOT NULL, party TEXT NOT NULL,
    kind TEXT NOT NULL, state TEXT NOT NULL, place INTEGER NOT NULL,
    seconds INTEGER NOT NULL DEFAULT 0, given_at TEXT, ended_at TEXT, position INTEGER NOT NULL,
    audience_id INTEGER NOT NULL
) STRICT;
CREATE INDEX speech_meeting ON speech (meeting, state, position);
CREATE TABLE motion (
    motion TEXT PRIMARY KEY, meeting TEXT NOT NULL, kind TEXT NOT NULL, party TEXT NOT NULL,
    words TEXT NOT NULL, seconders TEXT NOT NULL DEFAULT '[]', needed INTEGER NOT NULL,
    state TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '{}', decision TEXT,
    position INTEGER NOT NULL, audience_id INTEGER NOT NULL
) STRICT;
CREATE INDEX motion_meeting ON motion (meeting, position);
CREATE TABLE election (
    election TEXT PRIMARY KEY, meeting TEXT NOT NULL, office TEXT NOT NULL, rule TEXT NOT NULL,
    places INTEGER NOT NULL, candidates TEXT NOT NULL, withdrawn TEXT NOT NULL DEFAULT '[]',
    elected TEXT NOT NULL DEFAULT '[]', entitled TEXT NOT NULL, over INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL, audience_id INTEGER NOT NULL
) STRICT;
CREATE INDEX election_meeting ON election (meeting, position);
CREATE TABLE ballot (
    election TEXT NOT NULL, ballot INTEGER NOT NULL, method TEXT NOT NULL,
    candidates TEXT NOT NULL, issued INTEGER, counts TEXT NOT NULL DEFAULT '{}',
    blank INTEGER NOT NULL DEFAULT 0, spoiled INTEGER NOT NULL DEFAULT 0,
    tellers TEXT NOT NULL DEFAULT '[]', finding TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (election, ballot)
) STRICT, WITHOUT ROWID;
CREATE TABLE happening ( -- an entry of the minutes; its audience is that of its minute
    position INTEGER PRIMARY KEY, meeting TEXT NOT NULL, kind TEXT NOT NULL,
    about TEXT NOT NULL,
    subject TEXT, -- what one must be allowed to see: a request, motion, decision or election
    corrects INTEGER -- the position of the act that was entered wrongly
) STRICT;
CREATE INDEX happening_meeting ON happening (meeting, position);
CREATE TABLE document (
    document TEXT PRIMARY KEY, kind TEXT NOT NULL, symbol TEXT NOT NULL, names TEXT NOT NULL,
    tabled_by TEXT NOT NULL, meeting TEXT, item TEXT, authentic TEXT NOT NULL, link TEXT NOT NULL,
    sources TEXT NOT NULL, state TEXT NOT NULL, tabled_on TEXT NOT NULL, adopted_on TEXT,
    adopted_at TEXT, decision TEXT, reason TEXT NOT NULL DEFAULT '{}',
    reading INTEGER NOT NULL DEFAULT 0, audience_id INTEGER NOT NULL
) STRICT;
CREATE INDEX document_meeting ON document (meeting);
CREATE INDEX document_adopted_at ON document (adopted_at);
CREATE TABLE symbol (
    symbol TEXT PRIMARY KEY, document TEXT NOT NULL, kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE version (
    document TEXT NOT NULL, language TEXT NOT NULL, standing TEXT NOT NULL, file TEXT,
    on_day TEXT NOT NULL, position INTEGER NOT NULL,
    place INTEGER NOT NULL, -- the language that gives the structure first
    units TEXT NOT NULL, -- last, so that nobody reads through it to the others
    PRIMARY KEY (document, language)
) STRICT, WITHOUT ROWID;
CREATE TABLE paragraph (
    document TEXT NOT NULL, unit TEXT NOT NULL, tags TEXT NOT NULL, due TEXT,
    PRIMARY KEY (document, unit)
) STRICT, WITHOUT ROWID;
CREATE TABLE blob (
    blob TEXT NOT NULL, document TEXT NOT NULL, language TEXT NOT NULL, name TEXT NOT NULL,
    media_type TEXT NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (document, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE revision ( -- when the text changed; standings as [language, standing] in order
    position INTEGER PRIMARY KEY, document TEXT NOT NULL, on_day TEXT NOT NULL, kind TEXT NOT NULL,
    language TEXT NOT NULL, reading INTEGER NOT NULL, standings TEXT NOT NULL
) STRICT;
CREATE INDEX revision_document ON revision (document, position);
CREATE TABLE wording ( -- the whole text in one language, gaps and all, from that position on
    document TEXT NOT NULL, language TEXT NOT NULL, position INTEGER NOT NULL,
    digest TEXT NOT NULL, -- SHA-256 of the units
    units TEXT NOT NULL, UNIQUE (document, language, position)
) STRICT;
CREATE TABLE behind ( -- units missing in a language, or (stale) not following, from until
    document TEXT NOT NULL, language TEXT NOT NULL, unit TEXT NOT NULL, stale INTEGER NOT NULL,
    since INTEGER NOT NULL, until INTEGER, PRIMARY KEY (document, language, unit, since)
) STRICT, WITHOUT ROWID;
CREATE TABLE circulation (
    position INTEGER PRIMARY KEY, document TEXT NOT NULL, on_day TEXT NOT NULL,
    until TEXT NOT NULL, parties TEXT NOT NULL, reading INTEGER NOT NULL, languages TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX circulation_document ON circulation (document);
CREATE TABLE answer (
    circulation INTEGER NOT NULL, party TEXT NOT NULL, unit TEXT NOT NULL,
    document TEXT NOT NULL, answer TEXT NOT NULL, words TEXT NOT NULL, on_day TEXT NOT NULL,
    position INTEGER NOT NULL, PRIMARY KEY (circulation, party, unit)
) STRICT, WITHOUT ROWID;
CREATE TABLE silence (
    silence TEXT PRIMARY KEY, document TEXT NOT NULL, meeting TEXT NOT NULL, until TEXT NOT NULL,
    title TEXT NOT NULL, parties TEXT NOT NULL, reading INTEGER NOT NULL, article TEXT NOT NULL,
    link TEXT NOT NULL, confidence TEXT NOT NULL, state TEXT NOT NULL, opened_on TEXT NOT NULL,
    broken_by TEXT, how TEXT, broken_at TEXT, reason TEXT NOT NULL DEFAULT '{}', amendment TEXT,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX silence_document ON silence (document);
CREATE TABLE amendment (
    amendment TEXT PRIMARY KEY, document TEXT NOT NULL, number INTEGER NOT NULL,
    label TEXT NOT NULL, -- its number, of a sub-amendment behind that of its parent
    reading INTEGER NOT NULL, state TEXT NOT NULL,
    place INTEGER NOT NULL, -- by which they are listed: as marshalled, then as tabled
    parent TEXT, tabled_by TEXT NOT NULL, sponsors TEXT NOT NULL DEFAULT '[]',
    language TEXT NOT NULL, translated TEXT NOT NULL,
    languages TEXT NOT NULL, -- those of the document in which it is complete
    reason TEXT NOT NULL,
    replaces TEXT NOT NULL, linguistic INTEGER NOT NULL, because TEXT, why TEXT, decision TEXT,
    withdrawal TEXT NOT NULL DEFAULT '{}', tabled_on TEXT NOT NULL, position INTEGER NOT NULL
) STRICT;
CREATE INDEX amendment_place ON amendment (document, reading, place, state);
CREATE INDEX amendment_parent ON amendment (parent) WHERE parent IS NOT NULL;
CREATE TABLE amendment_change ( -- apart: they are long, and most pages need them of few
    amendment TEXT PRIMARY KEY, changes TEXT NOT NULL, tabled_changes TEXT NOT NULL
) STRICT;
CREATE TABLE amendment_unit ( -- the units of the text that it touches
    amendment TEXT NOT NULL, unit TEXT NOT NULL, PRIMARY KEY (amendment, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX amendment_unit_unit ON amendment_unit (unit);
CREATE TABLE amendment_wording ( -- what it changes for who reads that language; '': any other
    amendment TEXT NOT NULL, language TEXT NOT NULL, changes TEXT NOT NULL,
    PRIMARY KEY (amendment, language)
) STRICT, WITHOUT ROWID;
CREATE TABLE marshalled (
    document TEXT NOT NULL, issue INTEGER NOT NULL, reading INTEGER NOT NULL,
    on_day TEXT NOT NULL, position INTEGER NOT NULL, policy TEXT NOT NULL, article TEXT NOT NULL,
    link TEXT NOT NULL, confidence TEXT NOT NULL, proposed TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (document, issue)
) STRICT, WITHOUT ROWID;
CREATE TABLE marshalled_place (
    document TEXT NOT NULL, issue INTEGER NOT NULL, amendment TEXT NOT NULL,
    place INTEGER NOT NULL, rivals INTEGER NOT NULL, figure TEXT NOT NULL,
    relation TEXT NOT NULL, related TEXT, flags TEXT NOT NULL,
    PRIMARY KEY (document, issue, amendment)
) STRICT, WITHOUT ROWID;
CREATE TABLE separate_vote (
    document TEXT NOT NULL, unit TEXT NOT NULL, decision TEXT NOT NULL, reading INTEGER NOT NULL,
    kept INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (document, unit, decision)
) STRICT, WITHOUT ROWID;
CREATE TABLE beside ( -- reservations and explanations of vote
    beside TEXT PRIMARY KEY, document TEXT NOT NULL, kind TEXT NOT NULL, party TEXT NOT NULL,
    words TEXT NOT NULL, unit TEXT, on_day TEXT NOT NULL, position INTEGER NOT NULL
) STRICT;
CREATE INDEX beside_document ON beside (document, position);
CREATE TABLE corrigendum (
    document TEXT NOT NULL, corrigendum INTEGER NOT NULL, language TEXT NOT NULL,
    reason TEXT NOT NULL, on_day TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (document, corrigendum)
) STRICT, WITHOUT ROWID;

CREATE TABLE commitment (
    commitment TEXT PRIMARY KEY, document TEXT NOT NULL, unit TEXT NOT NULL,
    number INTEGER NOT NULL, party TEXT NOT NULL, meeting TEXT NOT NULL, series TEXT NOT NULL,
    words TEXT NOT NULL, due TEXT, tags TEXT NOT NULL, state TEXT NOT NULL, made_on TEXT NOT NULL,
    reported_on TEXT, -- the last report
    action TEXT NOT NULL DEFAULT '', lead TEXT NOT NULL DEFAULT '',
    owner TEXT NOT NULL DEFAULT '{}', review TEXT NOT NULL DEFAULT '', until TEXT,
    indicator TEXT NOT NULL DEFAULT '{}', milestones TEXT NOT NULL DEFAULT '[]',
    reached TEXT NOT NULL DEFAULT '[]', -- milestones, by the reports
    proposed_by TEXT NOT NULL DEFAULT '{}', imported TEXT NOT NULL DEFAULT '',
    superseded_by TEXT NOT NULL DEFAULT '', -- a commitment, or nothing if a reason is given alone
    reason TEXT NOT NULL DEFAULT '{}', -- why it was superseded or struck
    struck INTEGER NOT NULL DEFAULT 0, -- 1: entered by mistake, counts nowhere
    reminded_on TEXT, audience_id INTEGER NOT NULL
) STRICT;
CREATE INDEX commitment_document ON commitment (document, number, party);
CREATE INDEX commitment_series ON commitment (series, state);
CREATE INDEX commitment_party ON commitment (party, state);
CREATE INDEX commitment_asked ON commitment (meeting, state, audience_id, series, party)
    WHERE NOT struck;
CREATE INDEX commitment_carried ON commitment (document, unit, audience_id, series, party)
    WHERE unit <> '' AND NOT struck;
CREATE INDEX commitment_open
    ON commitment (made_on, state, until, due, audience_id, series, party, meeting)
    WHERE state IN ('proposed', 'accepted', 'in_progress') AND NOT struck;
CREATE INDEX commitment_imported ON commitment (imported) WHERE imported <> '';
CREATE TABLE commitment_tag (
    tag TEXT NOT NULL, commitment TEXT NOT NULL, PRIMARY KEY (tag, commitment)
) STRICT, WITHOUT ROWID;
CREATE INDEX commitment_tag_of ON commitment_tag (commitment);
CREATE TABLE commitment_state ( -- in which state it was, from until (ISO days; NULL: still)
    commitment TEXT NOT NULL, position INTEGER NOT NULL, state TEXT NOT NULL,
    since TEXT NOT NULL, until TEXT, PRIMARY KEY (commitment, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX commitment_state_since ON commitment_state (state, since, until);
CREATE TABLE commitment_count ( -- how many there are, for pictures of thousands
    audience_id INTEGER NOT NULL, series TEXT NOT NULL, party TEXT NOT NULL,
    tag TEXT NOT NULL, -- '*': all of them; '': those under no area
    state TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (audience_id, series, party, tag, state)
) STRICT, WITHOUT ROWID;
CREATE INDEX commitment_count_none ON commitment_count (count) WHERE count = 0;
CREATE TABLE report (
    report TEXT PRIMARY KEY, commitment TEXT NOT NULL, state TEXT NOT NULL, words TEXT NOT NULL,
    evidence TEXT NOT NULL, links TEXT NOT NULL DEFAULT '[]', files TEXT NOT NULL DEFAULT '[]',
    happened TEXT NOT NULL DEFAULT '', milestones TEXT NOT NULL DEFAULT '[]',
    made_by TEXT NOT NULL, on_day TEXT NOT NULL, position INTEGER NOT NULL
) STRICT;
CREATE INDEX report_commitment ON report (commitment, position);
CREATE TABLE reminder (
    position INTEGER PRIMARY KEY, commitment TEXT NOT NULL, party TEXT NOT NULL,
    on_day TEXT NOT NULL
) STRICT;
CREATE INDEX reminder_commitment ON reminder (commitment);
CREATE TABLE import (
    imported TEXT PRIMARY KEY, document TEXT NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL,
    lines INTEGER NOT NULL, on_day TEXT NOT NULL, made_by TEXT NOT NULL,
    undone_on TEXT, reason TEXT NOT NULL DEFAULT '{}', position INTEGER NOT NULL
) STRICT;
CREATE INDEX import_document ON import (document);

CREATE TABLE minute (
    position INTEGER PRIMARY KEY, at TEXT NOT NULL, on_day TEXT NOT NULL, stream TEXT NOT NULL,
    kind TEXT NOT NULL, actor TEXT NOT NULL, audience_id INTEGER NOT NULL,
    document TEXT -- on which a meeting acted
) STRICT;
CREATE INDEX minute_document ON minute (document);
CREATE INDEX minute_stream ON minute (stream, position);
"""
