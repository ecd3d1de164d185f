-- Who had a hand in an import besides whoever sent the file: chose how it is read, under which name, or had it posted.
-- None of them may confirm its corrections.
alter table intake.import add column hands text[] not null default '{}';

update intake.import set hands = array[posted_by] where posted_by is not null;

-- How often the file was checked. Who posts names the check that they saw.
alter table intake.import add column checks bigint not null default 1;
