CREATE TABLE definitions (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
INSERT INTO "definitions" VALUES(1,'{"QueryLanguage":"JSONata","StartAt":"Rest","States":{"Rest":{"Type":"Wait","Seconds":3600,"Assign":{"kept":true},"Output":{"kept":true},"End":true}}}');
CREATE TABLE events (
    execution_id INTEGER NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (execution_id, id)
  ) STRICT, WITHOUT ROWID;
INSERT INTO "events" VALUES(1,1,'{"type":"ExecutionStarted","executionStartedEventDetails":{"input":"{\"a\":1}","inputDetails":{"truncated":false},"roleArn":"arn:aws:iam::000000000000:role/local"},"id":1,"previousEventId":0,"timestamp":1774033200000}');
INSERT INTO "events" VALUES(1,2,'{"type":"WaitStateEntered","stateEnteredEventDetails":{"name":"Rest","input":"{\"a\":1}","inputDetails":{"truncated":false}},"id":2,"previousEventId":0,"timestamp":1774033200000}');
CREATE TABLE executions (
    id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, name TEXT NOT NULL, machine_arn TEXT NOT NULL,
    machine_name TEXT NOT NULL, role_arn TEXT NOT NULL, definition_id INTEGER NOT NULL, input TEXT NOT NULL,
    started_at INTEGER NOT NULL, version INTEGER NOT NULL, last_event_id INTEGER NOT NULL, variables TEXT NOT NULL,
    position TEXT NOT NULL, status TEXT NOT NULL, outcome TEXT NOT NULL, due_at INTEGER
  ) STRICT;
INSERT INTO "executions" VALUES(1,'arn:aws:states:local:000000000000:execution:election:first','first','arn:aws:states:local:000000000000:stateMachine:election','election','arn:aws:iam::000000000000:role/local',1,'{"a":1}',1774033200000,1,2,'{}','{"at":"wait","visit":{"state":"Rest","input":{"a":1},"enteredAt":1774033200000,"enteredEventId":2,"retries":[]},"until":1774036800000}','RUNNING','{"status":"RUNNING"}',1774036800000);
CREATE TABLE machines (
    arn TEXT PRIMARY KEY, name TEXT NOT NULL, role_arn TEXT NOT NULL, definition_id INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
INSERT INTO "machines" VALUES('arn:aws:states:local:000000000000:stateMachine:election','election','arn:aws:iam::000000000000:role/local',1,1774033200000);
CREATE TABLE tokens (token TEXT PRIMARY KEY, execution_id INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX executions_of_machine ON executions (machine_arn, id);
CREATE INDEX executions_due ON executions (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX executions_running ON executions (id) WHERE status = 'RUNNING';
