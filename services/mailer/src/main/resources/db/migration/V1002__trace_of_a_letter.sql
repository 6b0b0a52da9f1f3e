-- W3C trace context of the fact that a letter tells, so that sending it shows in the same trace.
alter table mail add column traceparent text;
