-- A request is never without an owner: an empty database starts with one desk for everything and a second one
-- for reports of misconduct, so that no report ever reaches the unit it is about.
INSERT INTO "units" ("id", "name", "labels") VALUES
  ('service-desk', 'Service desk', '{"en": "Service desk", "zh-Hans": "客户服务中心", "zh-Hant": "客戶服務中心"}'),
  ('integrity-desk', 'Integrity desk', '{"en": "Integrity desk", "zh-Hans": "纪检监督室", "zh-Hant": "紀檢監督室"}');--> statement-breakpoint
INSERT INTO "staff" ("id", "name", "title", "role", "unit_id") VALUES
  ('service-desk-duty', 'Service desk', 'Officer on duty', 'agent', 'service-desk'),
  ('integrity-desk-duty', 'Integrity desk', 'Officer on duty', 'manager', 'integrity-desk');--> statement-breakpoint
INSERT INTO "duties" ("kind", "unit_id", "staff_id") VALUES
  ('*', 'service-desk', 'service-desk-duty'),
  ('misconduct', 'integrity-desk', 'integrity-desk-duty');
