-- Which vault the files of this database lie in: one row, the same id as in the vault itself.
CREATE TABLE vault (id TEXT PRIMARY KEY);
