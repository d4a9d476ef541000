-- Stands in for the table of visits while the part of the application that makes it is absent.
CREATE TABLE visit (id TEXT PRIMARY KEY);
