-- A salon as version 7 of the schema kept it: lists that were imported, visits with them, contacts, marks, consents, a
-- merge that stands and one that was separated, segments, a rule, an export, work that was stopped.  Data only: the tables
-- are made by data/sql/sqlite/0001-foundation.sql to 0007-exports.sql.
CREATE TABLE schema_migration ( version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT;
INSERT INTO schema_migration (version, name, sha256) VALUES
  (1, '0001-foundation.sql', 'a2b0ef84be18457382eb64c550d4db07f3139d781d85dc62744a1fe9bf37501c'),
  (2, '0002-jobs.sql', '2b6a895b02e7f0c9ee549a5f04d2d7cb8d0d621e94619c2e603f3b1bbbdd52a1'),
  (3, '0003-filters.sql', 'f48702d7df090fc029203eb561fe7ab2a6922e4f08ad60bf2c2377d77d153c5d'),
  (4, '0004-contacts.sql', 'bcf1b5d4be04a1b005a3d6d1a63773094cc2d9f22eaf36614f3ab966898adb30'),
  (5, '0005-imports.sql', '7a81a9c5d846e67e0d8bcba8699ea024c9ec2c7d2cab8b9b1f62cab49c715879'),
  (6, '0006-merges.sql', 'd8a4972fa99f8b1c2b434b751ddb6b845900a89bb398ae0aec7f7499c39afd3a'),
  (7, '0007-exports.sql', '23c20cabe2e254c0e6485eb8f05b74af0dd4788f493534bc1984555132769166');
INSERT INTO setting (key, value) VALUES
  ('salon.country', 'LV'), ('salon.currency', 'EUR'), ('salon.language', 'en'), ('salon.name', 'Salon Aurora'),
  ('upkeep.cursor', '3/3/3/1/0/153.120 6'), ('upkeep.day', '20255'), ('upkeep.predefined', '1'),
  ('upkeep.rolling', '20255 2 0 2800 2 2 7000 9800 9800'), ('upkeep.segment', ''),
  ('upkeep.status', '3/3/3/1/0/153.120');
INSERT INTO app_user (id, name, role, employee_id, archived) VALUES
  (1, 'Inga Bērziņa', 1, NULL, 0);
INSERT INTO operation (id, uuid, name, user_id, at, entity_id, undoes) VALUES
  (1, 'a2ab7fa0-82cc-471d-86f3-173f3917517f', 'import', 0, 1795360950012439, 1000, NULL),
  (2, '600cdc3b-e787-4f17-8a36-449121b85f87', 'import', 0, 1795360950194910, 1000, NULL),
  (3, '2e544616-d8e8-4613-9468-eb81a0b43ff7', 'contact.save', 0, 1795360950389566, 1, NULL),
  (4, 'bdfa3db2-3218-4356-9389-c43b21390caa', 'quality.save', 0, 1795360950542773, 1, NULL),
  (5, '074a8951-1095-4cc3-9fd2-8f51ffe317ba', 'quality.save', 0, 1795360950651533, 2, NULL),
  (6, '972c0f4a-1aac-4006-b543-0a3a441482e2', 'contact.save', 0, 1795360967078648, 2, NULL),
  (7, 'f4f67cde-d57d-40bb-af08-fd4157103770', 'segment.save', 0, 1795360967170798, 1, NULL),
  (8, '7739b36a-b4c9-4080-b9a4-b245cf42d537', 'segment.save', 0, 1795360967250507, 2, NULL),
  (9, '82280a8a-051c-4808-b46f-881beedb6cf8', 'client.merge', 0, 1795360967643025, 1, NULL),
  (10, '26ceb934-6de8-47b8-aed6-25f0069b2618', 'client.merge', 0, 1795360967793326, 3, NULL),
  (11, 'dcf739fd-ca82-4cf6-9bd1-e01577dc5608', 'client.unmerge', 0, 1795360967957571, 4, NULL),
  (12, '3f062e51-7964-4170-b74e-88f6aa474c7f', 'quality.resolve', 0, 1795360968084133, 2, NULL),
  (13, '5f0c9f5e-91a5-4d3c-8f8b-3f7a86b9d201', 'bulk.tag', 1, 1795346400000000, 0, NULL);
INSERT INTO journal (id, operation_id, entity, entity_id, digest, chain) VALUES
  (1, 1, 'tag', 1, X'bcd85db6d5b568f14916911080a1de3bc9b1effc27002d7962a886b4918f6ed1', X'2ecc634ca1a47c178d5d65fdc049f383da6bcd8158692d732bc1675399336f48'),
  (2, 1, 'category', 1, X'c1a706d3edb99dce2d01dea28c6859eee2e02675addb287e75cb66868e97f10e', X'ec5529d88953e761b6e920b3b728cfad0414a151caec7596e127a73d9eb50480'),
  (3, 1, 'client', 1, X'0c26155896895cb5e0a918075e164b949ba3b5e96acdf8327631d018694c696d', X'9b0be00dcdd0feaf227354b9d3b1bd1c15ef6814e3d4bf8926c722fd017766bf'),
  (4, 1, 'client-phone', 1, X'461ee1d58775880759fc3ad08ff2faf1ddab80073c005fea5a764a6a837ce50f', X'8165086ad9a8fc04d904f6358b9b1d5e6ad0132d6dd9a27049020f5de7824a98'),
  (5, 1, 'client-tag', 1, X'd55beb499efcd3e58e4abb3fa4f0fff4c7aaeed0439721b54c80c9df1692b43c', X'1f622b57982d9062075e7b6ba0ef23734a544046b70d9c5a4681b38db375e40c'),
  (6, 1, 'client-category', 1, X'6338400d61b6ace968b5563f7f692b93fdb6556facc9fbeeb127023a19f07bfc', X'9de2ceb7ccf52004c12ddff743b5da3615b59cfdb00eaf40a529e3242da99b66'),
  (7, 1, 'external-id', 1, X'78a2db5da038e4ed28a1d8bfb051ef078f15dca49d5dd459e8429a430227d268', X'25cda9a33911d5ecb52dc5492c14e67a1acfd42babcabfbf1faa21d68a96324b'),
  (8, 1, 'client', 2, X'bb2fc9b43647359985f71294ca1a5d908fd19270c6d4529da5155e2946ce0ee9', X'c9298d46600db046ca4242fd5c8b4dade69a996bee7c99ea44336b1f2402c7e1'),
  (9, 1, 'client-phone', 2, X'bb428fdd99dcd135811b78495b3b7822b8bafc9d07dbf23b627fbd88c062beab', X'979e078980994379924d44efb379405ac087153e6b772f059e2399eddb10e7c5'),
  (10, 1, 'client-category', 2, X'1f7e2b51d0d6c5347f55b048184269d7c565e845142a6e8bdcbc83211780a7ba', X'f24d2b951c09fc8958073841baf80f371f56fd3a98144041ab3cffba6c262313'),
  (11, 1, 'external-id', 2, X'57b3196660dc0b95bfdce28b3d0c3e1fb6b860de34d27d4b68a4410653713d18', X'11d6b1a98d18d28a0cecce430ed6fd300b68063bf39550b67321aaa34d8460f8'),
  (12, 1, 'tag', 2, X'a63efcf5648f9e72c14af26c9b2d219c5b485d4b92af087dbc8eb6823fdc2720', X'272138b08cc86b2767ca257a392d1016140dcbe75ea2842163d286419a08ad3a'),
  (13, 1, 'client', 3, X'858853ede7c1cae9bd649598f6d12e461dbf68deec58d1957d9f90e653c4ee3e', X'd3e96e9060ba501871c936503d983cb959c87a8b79ce2490e4b178b59e53dd94'),
  (14, 1, 'client-phone', 3, X'739900511af643a208e41e15302db693ca6afc0ba6cf3098643453cff4aec874', X'f63434b650dce2e251f6e162896f4c772c21bd8d993dd6a0c74ca503aa0ac24d'),
  (15, 1, 'client-tag', 2, X'12e049088934c156bb9784ef4a158bd26f58847fa023e39770e1a174bcf6e684', X'cd2e286eaabae67e9080f3b1d943132856ad597bc26de1e7d8497fa3658b9f7b'),
  (16, 1, 'external-id', 3, X'404319f96d22928c3fde1a9a3b1e12c6c36e72cb543df7bb2cad9c85e47660c2', X'84dad838dae93418138e343ea725d8c1fa25082b78147aa7d601d15ccd301c9a'),
  (17, 1, 'client', 4, X'51e0d4f86d7b077bb6911c4d7ece3df406913db7d4a2d999ca4fd4ad5310f425', X'693d02ce184017a1783698f4ba303f1f96e44de149c1beb1b733e8a0f294114b'),
  (18, 1, 'client-phone', 4, X'3eafa76c17c3fe27cdb9ccdca27e1fd945ba2c06ab65242cbf22fd7310f57641', X'9650ffe672fa464642960920a675ba3f8de033132c8826b3ee2147f05c800340'),
  (19, 1, 'external-id', 4, X'08de0967323225b3173531a1bdd4b42c7994f280b6882941fbc670ad8ba3d95d', X'1b269128e1de606f48b68e55633f0442722eb4deb0d2433117b3603c5802f87d'),
  (20, 1, 'client', 5, X'd21e7aa24492b20f8e6e4121326715af5763f205cde34c4c45938a4269b14c0f', X'47bf65b3df3f136d13bea845a6d091c8782a43b42aa14ba531d8d442336b0cec'),
  (21, 1, 'client-phone', 5, X'3f4ed16ef1c21a4bf5d7b93290d9e690d2ae78b0d255a3da49472b799dead9d7', X'6acdd0a4c9a80e3a9b9cbc5089e99282c4fc5a919c009b4632a81898f593be31'),
  (22, 1, 'external-id', 5, X'2ef23969c31a0e5453c042b3bde65a910287e8cc06b8b187d88c9e610a7f33ec', X'dc470a8a6ebe245b4855bff9a614c326fd352ecf848f5eba6a373d7b6c060de9'),
  (23, 1, 'category', 2, X'3138849397f6258999d66c36599717f339a82bbfc100a67bdd7b12c3bcbbc8eb', X'b9905eb94616ad961d789f906d97e86a64d2651c8b70bfdb3930a95885a59c84'),
  (24, 1, 'client', 6, X'be99f41864f86d11639f1bb179e0d78ca336a46171012044f95da895dc48f54c', X'd29e3888eb3a7f586732e43ae64c49c9e27f5e5d7ed53473796aa33ad6fdc9ca'),
  (25, 1, 'client-phone', 6, X'a3ae0809db609461e1a0e025225bef91c7d8e05c0fa38ade945b70be163b2367', X'3acbbf022a81e985757ebf6648b0cba5fed066a86ee02be341f42d38d212034c'),
  (26, 1, 'client-category', 3, X'e950deaece188fe2cbf302dfc80e0fe8597509b833298050ea294efce49c710c', X'b6fcab8a63f22f1381ef5b3a39ae4d6524e4bd99ab324cb2aa457a229f50483f'),
  (27, 1, 'external-id', 6, X'42ef01a3c998a2384357ba4f613eccbabe99714800d66f3b31b0a130f4f8dedf', X'9ac980fa500f4f22c808f6315ed13bb6003675407fa9a47c672df50f10972e9e'),
  (28, 2, 'service', 1, X'5ee9fa1bfc6e0850934abac23e43f72b8c81c6039a435b5cbb00b67d337e83d5', X'f70c2ba6e9c0cb53f2e5fc37b8b9fb8f39cf6754afb9da7becf75d1c556c6841'),
  (29, 2, 'employee', 1, X'b3c77a6e848b9c4ac127c8172df4b5175b320368ee3e03336cf00e602830dfb7', X'f6277852fbb03d53655c4b64b4d12ba31e593c40c94115c0bb8dad8666b0c794'),
  (30, 2, 'visit', 1, X'7a2bd6d75e90fbfb3f120ce6a0df6716536fbbf2be645f515d6b14fa2153829f', X'2482566551436b63ce4b6942a1b2c32d345d60a5a006fd63819a74c44178a89c'),
  (31, 2, 'visit-line', 1, X'37ba8a34f41ab0069a10d1405e37e7e9e1cc6772d9f4b8244a2853ce480b073a', X'1aebe46fdf65bcc830a36d4cd88988babc0668804429ab7e383b9f332c171291'),
  (32, 2, 'service', 2, X'2ae4230c551fa78271c8bef0cfd7fdcad75ef5b2938dd68488d86b019bd61000', X'4f50b8cec4dd2dd65cc3e2483137ebba21eba87b933f48a794e1257028d71c71'),
  (33, 2, 'employee', 2, X'20d9f888d9b787aacdcf063696248d7795347d26d102359dfbb702126fc4556e', X'fcad57ed0b67547e36f83541fb3d2bcc2770b8c0138d93d4c72b56b32882a498'),
  (34, 2, 'visit', 2, X'835c92fc5c49da3af306c2625898a8fd2426354d920d1f1d24dd3a054f73fc35', X'225f7fc66a74f1981f2ea7b830b9520a030cb060bbeb0650f19ecabf18f94d13'),
  (35, 2, 'visit-line', 2, X'22732479afe435f35867616e77ba74ef30e2b8ae98efc312c50a621f0180772a', X'632d93b3fa69fb92a65ec3ebcc3eb2e6cdd463ca87076ed145697ed399cad20f'),
  (36, 2, 'visit', 3, X'5c8ac0fe2c426589fd103bca0f1bfd917faa5916d28a6eded6f0056cea011547', X'3d5373d8177f0daa35b8fec2a0c850ffbfb4d0e37f062c707d231b22779beb80'),
  (37, 2, 'visit-line', 3, X'aac416025ff9737044c17749836e46025e4a132fa2f8a8369c6129d7542ee99b', X'19a7e1c3f980f6b9773c3eee8302e898ab8ffc50e9c97cc923fdbef014f3cfc0'),
  (38, 2, 'visit', 4, X'59829b93f4c41f33d87b7408020b5938b2bfa43c89ab923de002aab3a922887b', X'c5d740c8e194b39e15d310a523cb9b01431e1b89b1e0ceb2a591ed9c1748d7b5'),
  (39, 2, 'visit-line', 4, X'020c03b5f6aae50015e1c2ce58ddf84f2ab1833a7797f6b49674ba73d9212418', X'34ff110efc551522a8971d515b8729218ae698e416cf51d946e54ac8f53e760f'),
  (40, 3, 'contact', 1, X'4f69d79ca52d08834f5315b6c2ea21da3950204b6bfe3527f54f07c83ce1c2bb', X'3c6892f02b383be6dd269083d8ffd7dcdd6547c492e976e92d8d714bc37380d1'),
  (41, 4, 'quality-mark', 1, X'937986569a464a418e3d5adac7b3d61730e0aac075bdeabc71d065357f071757', X'1bb86df451711b24a7c0dad7271f42311c79c5768f24f5a1b4788da38db2fcae'),
  (42, 5, 'quality-mark', 2, X'cca69afba2d1fba1a7328e3803c03a83b6293d6b498a1a395948c0080b9fc441', X'2d2d54e8001936c6ae5c7d60127fc89c588afde6d369d8a8e3ea43b977d01fdd'),
  (43, 6, 'contact', 2, X'b56776f913a72d538f3b862c95b7280311892164e03fd9df5020b08597fcc826', X'42a2e0bff5a1b312ec778497e1754eb9b54bfaa6d7fc67663fec36a936d7c291'),
  (44, 7, 'segment', 1, X'add56f6131ba7b7001616081b50a9d4a46c0a5b2eeee4a31ea0f626a923d0948', X'd3b507e6cc107f84b4a0fd805411e89e8bd6c0ee0bafe535514be19c3e120558'),
  (45, 8, 'segment', 2, X'efc8451863d220e72f58010955f5c11c48d082a903e624ea2f866ddb20b837ff', X'302819213d89f13f1d0fdbeaf4d58680549cb1b0b57cb5379d4280c600deb88f'),
  (46, 9, 'client-phone', 5, X'040b21ab0173e2ad7c83bc15a1a5e25978aadddd482d6b8558562a7ae8c953a6', X'1bdc11ba2c13272f7796a99ffb054fde87fbd2477f3b9fefc64176500630113d'),
  (47, 9, 'external-id', 5, X'fb567fbfefeb43d2296ecddac5adec4e90b6cd156bf8b689671b7c22fbe74a29', X'b2db923af5c37c4cd1cbc4e8ad2d5422c0a4725d6c035e4fbd9214676753e9cf'),
  (48, 9, 'client', 1, X'e420bbb072c7690aada0f8a7cb70679cd4252d1a6d79bfa4f3474aa8297c30f2', X'4f4b382d4a4e0de38f76974ec8db2e125d6e5654de5ef3d9164e1dd28b4a212c'),
  (49, 9, 'client', 5, X'cda15d45ea5aa103e98c3c314f9e262003a1cc0fab522a6d8270c0f408c45557', X'1ce4675b0858d02d299b2a9af4064f5911c5cb4862a4f2f5037c163258b0f74d'),
  (50, 9, 'client-merge', 1, X'521a9efc5fca9d3fd0b99d5bf1357f16ebf52b4585acd0e2b53a0180dc56104a', X'4dab20200880bea0dd021ea8a43335cee4ce33a169cfa9e30f9d1eb4705788a1'),
  (51, 10, 'client-phone', 4, X'9eef812b5fcd20aa9bf52a6653edeea708b519e652af5443b88b57bd6ad90757', X'e737efb6e4b5caf2f8792edf7650eefee390c667cb49714a721032e1b683957c'),
  (52, 10, 'external-id', 4, X'408f208ffd40630f35b1f20911150e5b9fe7b566c1773882a81ed79111124980', X'9019af82f4d60480e874aa52c82c5e71d01859976c80bdb9662c6647379021cc'),
  (53, 10, 'client', 4, X'acaf48e7b10309c981ff234e1339197aaabcc353ad2a0cea2ad5056bab06ea05', X'ef3256dc656d155addc36adcc0c07b1b7bb7e8927d0bae347617064093970ada'),
  (54, 10, 'client-merge', 2, X'ed0b168f7691b52ef31db2c7c301f7d2d2b646a09c524cc3e7a41a7c36f57c87', X'32352c91a4257bc5a724f36349c3862112d454df68352edb2737ec6910ae719b'),
  (55, 11, 'client-phone', 4, X'0e2d4136bb88b5ba435c481859e7ce201890d63cd1131a180efb228b887edcdd', X'77164690cd8b7f0bfcff676debeb8f729fd81b75750869fd66055cafad61f4c0'),
  (56, 11, 'external-id', 4, X'5816478d7aecd846e39475d8c5428eedc8d17aafb7d1db70b747c7a740251d54', X'0638920e0a8cd8034f2acd5e0dd0943ed115b32d42d0ff0641a3ef6a74f06298'),
  (57, 11, 'client', 4, X'09c807627b836784660c108ea41b73ffe7a64bfaca6feefd530ff52eaf81b7e7', X'd6fe2c217873a2ea97d323e711b49e78784e2db0dc6b281007a8f55e8c644127'),
  (58, 11, 'client-merge', 2, X'7dbe37106aa24290824db3449f3f61186b96cfcc4067d281048c7c3580c37fe0', X'739b54b5755e204164f13949279011484fdb4cf8d23a85ab9ac2d375898927e6'),
  (59, 12, 'quality-mark', 2, X'94e2e60d530f0591e41a5ae0890558a758c9dc4cb8e5206bacbee0e503526a32', X'd06a56e6e812c875bf98fd5e5bdc3a27980746e459088f8f712a5100c3427dfb');
INSERT INTO journal_payload (journal_id, salt, before, after) VALUES
  (1, X'4bead08faa6b52e6e9133bba2c12b679', NULL, '{"name":"VIP"}'),
  (2, X'b1ec99bb0fed430d0aa82fd6640ea1a2', NULL, '{"name":"Gold","color":3507428}'),
  (3, X'9f247585c4e00c337e1e3c2ad03edfa5', NULL, '{"first_name":"Aija","surname":"Kalniņa","birth_year":1990,"birth_month":3,"birth_mday":5,"email":"aija@example.lv","note":"Prefers mornings","created_at":1795360950012654}'),
  (4, X'de777a1f76ff7b62b1023dce2bde973b', NULL, '{"client_id":1,"e164":"+37129000101","typed":"+371 29 000 101"}'),
  (5, X'41318e36519f3f453133626e25cb8cdd', NULL, '{"client_id":1,"tag_id":1}'),
  (6, X'33da6fc4f5d64b7bab11a60a4c62cea3', NULL, '{"client_id":1,"category_id":1}'),
  (7, X'ae6dea7f5084e680439f069181b363b7', NULL, '{"client_id":1,"origin":"Old program","value":"101"}'),
  (8, X'b75e976f5070efb5ff88bef47bb104de', NULL, '{"first_name":"Baiba","surname":"Ozola","created_at":1795360950012654}'),
  (9, X'9a0f1406a4f6a6b0fb8e0da315f5b6c1', NULL, '{"client_id":2,"e164":"+37129000102","typed":"+371 29 000 102"}'),
  (10, X'3b5cc11b1c2ceab7e94ac2f0c5dae21e', NULL, '{"client_id":2,"category_id":1}'),
  (11, X'75d19dbbe12af5cd5d6aa9a353604f0a', NULL, '{"client_id":2,"origin":"Old program","value":"102"}'),
  (12, X'a874f8309c8f4ad109ac59552082b28b', NULL, '{"name":"Student"}'),
  (13, X'd1306f5c44341b35678dd86753d04d8f', NULL, '{"first_name":"Ирина","surname":"Козлова","birth_year":2001,"birth_month":12,"birth_mday":11,"email":"irina@example.lv","created_at":1795360950012654}'),
  (14, X'16e075d6a10449b20c34ed54e2dd8560', NULL, '{"client_id":3,"e164":"+37129000103","typed":"+371 29 000 103"}'),
  (15, X'c2709c8fc56d90e0a555e9b8e4ef2f95', NULL, '{"client_id":3,"tag_id":2}'),
  (16, X'd148750369e62e4659bf588eef8dec28', NULL, '{"client_id":3,"origin":"Old program","value":"103"}'),
  (17, X'c8e22d6ce0ceae5b5fa2205c22e77f8b', NULL, '{"first_name":"Dace","surname":"Liepa","created_at":1795360950012654}'),
  (18, X'a758032313f4ef3526da6827ad623074', NULL, '{"client_id":4,"e164":"+37129000104","typed":"+371 29 000 104"}'),
  (19, X'256c92c5993c992335d4f942455fc5fa', NULL, '{"client_id":4,"origin":"Old program","value":"104"}'),
  (20, X'24f7777b4c8fc5ae9536fb8fe268c499', NULL, '{"first_name":"Aija","surname":"Kalnina","note":"Same as 101","created_at":1795360950012654}'),
  (21, X'ff01bd3796537655c5ea1a4facc5ac44', NULL, '{"client_id":5,"e164":"+37129000105","typed":"+371 29 000 105"}'),
  (22, X'09020814c2ff27b8f4133b1e6187503c', NULL, '{"client_id":5,"origin":"Old program","value":"105"}'),
  (23, X'6cc47dcedc86672cb7f8ebd49a7a796c', NULL, '{"name":"Silver","color":3395962}'),
  (24, X'febf69c745b13dc3a57d87039afb3431', NULL, '{"first_name":"Elena","surname":"Vītola","email":"elena@example.lv","created_at":1795360950012654}'),
  (25, X'543494f8e720ce48259eef442ed08dff', NULL, '{"client_id":6,"e164":"+37129000106","typed":"+371 29 000 106"}'),
  (26, X'a9e298484740244a043490164ff14c8b', NULL, '{"client_id":6,"category_id":2}'),
  (27, X'aa4611d08514a0f942ad82c827bfb6cb', NULL, '{"client_id":6,"origin":"Old program","value":"106"}'),
  (28, X'c2568d2c15e3a2ad44c4135863040962', NULL, '{"name":"Manicure","work1_min":60,"archived":1}'),
  (29, X'88246f625610c8ad12765e66c9e4058c', NULL, '{"first_name":"Maria","surname":"Sokolova","color":3507428,"archived":1}'),
  (30, X'fcae8d4b708eed009b38d1e04d011ec3', NULL, '{"client_id":1,"state":5,"source":1,"day":20241,"start_min":29147640,"end_min":29147700,"override_reason":"Imported","created_at":1748847600000000}'),
  (31, X'8d2933a8fffa749a1e80ed7d88a81159', NULL, '{"visit_id":1,"service_id":1,"employee_id":1,"start_min":29147640,"work1_min":60,"price":3500}'),
  (32, X'dc85444c1f2d6d06f879669de81f7389', NULL, '{"name":"Haircut","work1_min":60,"archived":1}'),
  (33, X'8ba60227f6de6cf969b305492939b9d4', NULL, '{"first_name":"Ilze","surname":"Kalniņa","color":3507428,"archived":1}'),
  (34, X'940598968d690d6c5fc77aef622bce8e', NULL, '{"client_id":2,"state":5,"source":1,"day":20248,"start_min":29157780,"end_min":29157840,"override_reason":"Imported","created_at":1749456000000000}'),
  (35, X'95b3db291b8595ac026537eb7716c7b1', NULL, '{"visit_id":2,"service_id":2,"employee_id":2,"start_min":29157780,"work1_min":60,"price":2800}'),
  (36, X'fedca9ab07cab095009cfa539b702dc7', NULL, '{"client_id":3,"state":5,"source":1,"day":20249,"start_min":29159280,"end_min":29159340,"override_reason":"Imported","created_at":1749546000000000}'),
  (37, X'26790887fa272c40046f0150ed4d4892', NULL, '{"visit_id":3,"service_id":1,"employee_id":1,"start_min":29159280,"work1_min":60,"price":3500}'),
  (38, X'a7fd7d5bdd9de50325ca2da9904d7dad', NULL, '{"client_id":6,"state":7,"source":1,"day":20250,"start_min":29160720,"end_min":29160780,"override_reason":"Imported","created_at":1749632400000000}'),
  (39, X'e1e6f5c565355b5665df691ddfe69184', NULL, '{"visit_id":4,"service_id":1,"employee_id":1,"start_min":29160720,"work1_min":60,"price":1500}'),
  (40, X'ad5d1bbc703f7cb669826bf9c4c7fd87', NULL, '{"client_id":3,"kind":6,"at":1795360950389625,"text":"Likes tea"}'),
  (41, X'31e8f0fcc750ac94bb63d2c7a3ca94a9', NULL, '{"client_id":1,"mark":5,"at":1795360950542801}'),
  (42, X'54eab0835752bafd358b266a8a5d7478', NULL, '{"client_id":2,"complaint":1,"text":"Waited long","at":1795360950651571}'),
  (43, X'ebae1d887aeefef3ae896b8b69f48e2e', NULL, '{"client_id":1,"kind":1,"outcome":1,"at":1795360967078696,"seconds":180,"text":"Asked for a time"}'),
  (44, X'fdc5a99f27f14e3536221dfa72aef41c', NULL, '{"name":"Are VIP","filter":"tag = 1","position":1}'),
  (45, X'0cf56adb82c4c1c1748cd502ba6cb8b4', NULL, '{"name":"Women","filter":"status = new","position":2}'),
  (46, X'49c82522021f962410786de3d79c454f', '{"client_id":5,"e164":"+37129000105","typed":"+371 29 000 105"}', '{"client_id":1,"e164":"+37129000105","typed":"+371 29 000 105","position":1}'),
  (47, X'e9ee79ab8c33dc92cb907c975c9d731a', '{"client_id":5,"origin":"Old program","value":"105"}', '{"client_id":1,"origin":"Old program","value":"105"}'),
  (48, X'e7137fd716cb31105df76deffb42ef84', '{"first_name":"Aija","surname":"Kalniņa","birth_year":1990,"birth_month":3,"birth_mday":5,"email":"aija@example.lv","note":"Prefers mornings","created_at":1795360950012654}', '{"first_name":"Aija","surname":"Kalniņa","birth_year":1990,"birth_month":3,"birth_mday":5,"email":"aija@example.lv","note":"Prefers mornings\nSame as 101","created_at":1795360950012654}'),
  (49, X'50936710e98f40f71623b28129377411', '{"first_name":"Aija","surname":"Kalnina","note":"Same as 101","created_at":1795360950012654}', '{"first_name":"Aija","surname":"Kalnina","note":"Same as 101","created_at":1795360950012654,"archived_at":1795360967657463,"merged_into_id":1}'),
  (50, X'8e8033621ed51ab60ab59b85ea8fe66a', NULL, '{"operation_id":9,"client_id":1,"other_id":5,"at":1795360967657506}'),
  (51, X'e29fdfc44f5e4b8351b15f0b05104464', '{"client_id":4,"e164":"+37129000104","typed":"+371 29 000 104"}', '{"client_id":3,"e164":"+37129000104","typed":"+371 29 000 104","position":1}'),
  (52, X'1b03c70278c528abe82a81142ab4debc', '{"client_id":4,"origin":"Old program","value":"104"}', '{"client_id":3,"origin":"Old program","value":"104"}'),
  (53, X'ab7feaaa531f709492da68e47e9de17d', '{"first_name":"Dace","surname":"Liepa","created_at":1795360950012654}', '{"first_name":"Dace","surname":"Liepa","created_at":1795360950012654,"archived_at":1795360967794174,"merged_into_id":3}'),
  (54, X'4edaa26edc2119da38d4dceacc97ac37', NULL, '{"operation_id":10,"client_id":3,"other_id":4,"at":1795360967794262}'),
  (55, X'21484cd9b13ad25bd1915c6ef14b0fac', '{"client_id":3,"e164":"+37129000104","typed":"+371 29 000 104","position":1}', '{"client_id":4,"e164":"+37129000104","typed":"+371 29 000 104"}'),
  (56, X'82a8da94e0e44e86c268e1f5c1f66a80', '{"client_id":3,"origin":"Old program","value":"104"}', '{"client_id":4,"origin":"Old program","value":"104"}'),
  (57, X'484c7f93d69d0980c2a84c5042432a7d', '{"first_name":"Dace","surname":"Liepa","created_at":1795360950012654,"archived_at":1795360967794174,"merged_into_id":3}', '{"first_name":"Dace","surname":"Liepa","created_at":1795360950012654}'),
  (58, X'863a8945c102b9504ad8025abf4d69f7', '{"operation_id":10,"client_id":3,"other_id":4,"at":1795360967794262}', '{"operation_id":10,"client_id":3,"other_id":4,"at":1795360967794262,"undone_at":1795360967958628}'),
  (59, X'98a4b00d4d10674e2dd8530fe5cab054', '{"client_id":2,"complaint":1,"text":"Waited long","at":1795360950651571}', '{"client_id":2,"complaint":1,"text":"Waited long","at":1795360950651571,"resolved_at":1795360968084290,"resolution":"Said sorry"}');
INSERT INTO journal_owner (entity, entity_id, journal_id) VALUES
  ('client', 1, 4), ('client', 1, 5), ('client', 1, 6), ('client', 1, 7), ('client', 1, 30), ('client', 1, 41),
  ('client', 1, 43), ('client', 1, 46), ('client', 1, 47), ('client', 1, 50), ('client', 2, 9), ('client', 2, 10),
  ('client', 2, 11), ('client', 2, 34), ('client', 2, 42), ('client', 2, 59), ('client', 3, 14), ('client', 3, 15),
  ('client', 3, 16), ('client', 3, 36), ('client', 3, 40), ('client', 3, 51), ('client', 3, 52), ('client', 3, 54),
  ('client', 3, 55), ('client', 3, 56), ('client', 3, 58), ('client', 4, 18), ('client', 4, 19), ('client', 4, 51),
  ('client', 4, 52), ('client', 4, 55), ('client', 4, 56), ('client', 5, 21), ('client', 5, 22), ('client', 5, 46),
  ('client', 5, 47), ('client', 6, 25), ('client', 6, 26), ('client', 6, 27), ('client', 6, 38), ('visit', 1, 31),
  ('visit', 2, 35), ('visit', 3, 37), ('visit', 4, 39);
INSERT INTO tag (id, name, archived) VALUES
  (1, 'VIP', 0), (2, 'Student', 0);
INSERT INTO category (id, name, color, archived) VALUES
  (1, 'Gold', 3507428, 0), (2, 'Silver', 3395962, 0);
INSERT INTO client (id, first_name, surname, patronymic, gender, birth_year, birth_month, birth_mday, address, email, whatsapp, telegram, instagram, source_id, referred_by_id, note, alert, wishes, language, channels, preferred_channel, discount_bp, photo_id, created_at, created_by_id, archived_at, importance_pin, merged_into_id) VALUES
  (1, 'Aija', 'Kalniņa', NULL, NULL, 1990, 3, 5, NULL, 'aija@example.lv', NULL, NULL, NULL, NULL, NULL, 'Prefers mornings
Same as 101', NULL, NULL, NULL, 0, NULL, 0, NULL, 1795360950012654, NULL, NULL, 0, NULL),
  (2, 'Baiba', 'Ozola', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, 1795360950012654, NULL, NULL, 0, NULL),
  (3, 'Ирина', 'Козлова', NULL, NULL, 2001, 12, 11, NULL, 'irina@example.lv', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, 1795360950012654, NULL, NULL, 0, NULL),
  (4, 'Dace', 'Liepa', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, 1795360950012654, NULL, NULL, 0, NULL),
  (5, 'Aija', 'Kalnina', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Same as 101', NULL, NULL, NULL, 0, NULL, 0, NULL, 1795360950012654, NULL, 1795360967657463, 0, 1),
  (6, 'Elena', 'Vītola', NULL, NULL, NULL, NULL, NULL, NULL, 'elena@example.lv', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, NULL, 1795360950012654, NULL, NULL, 0, NULL);
INSERT INTO client_phone (id, client_id, e164, typed, label, position) VALUES
  (1, 1, '+37129000101', '+371 29 000 101', NULL, 0), (2, 2, '+37129000102', '+371 29 000 102', NULL, 0),
  (3, 3, '+37129000103', '+371 29 000 103', NULL, 0), (4, 4, '+37129000104', '+371 29 000 104', NULL, 0),
  (5, 1, '+37129000105', '+371 29 000 105', NULL, 1), (6, 6, '+37129000106', '+371 29 000 106', NULL, 0);
INSERT INTO client_tag (id, client_id, tag_id) VALUES
  (2, 3, 2), (3, 2, 1);
INSERT INTO client_category (id, client_id, category_id, by_rule) VALUES
  (1, 1, 1, 0), (2, 2, 1, 0), (3, 6, 2, 0), (4, 1, 2, 1), (5, 2, 2, 1), (6, 3, 2, 1);
INSERT INTO custom_field (id, name, kind, options, position, archived) VALUES
  (1, 'Hair formula', 1, NULL, 0, 0);
INSERT INTO custom_value (id, client_id, field_id, value) VALUES
  (1, 1, 1, '6.0 + 7.1');
INSERT INTO service (id, name, service_category_id, zone_id, room_kind_id, work1_min, gap_min, work2_min, buffer_before_min, buffer_after_min, periodicity_days, price, position, archived) VALUES
  (1, 'Manicure', NULL, NULL, NULL, 60, 0, 0, 0, 0, 0, 0, 0, 1),
  (2, 'Haircut', NULL, NULL, NULL, 60, 0, 0, 0, 0, 0, 0, 0, 1);
INSERT INTO employee (id, first_name, surname, title, phone, email, color, photo_id, bookable, note, position, archived) VALUES
  (1, 'Maria', 'Sokolova', NULL, NULL, NULL, 3507428, NULL, 0, NULL, 0, 1),
  (2, 'Ilze', 'Kalniņa', NULL, NULL, NULL, 3507428, NULL, 0, NULL, 0, 1);
INSERT INTO visit (id, client_id, state, source, day, start_min, end_min, note, cancel_reason, override_reason, created_at, created_by_id) VALUES
  (1, 1, 5, 1, 20241, 29147640, 29147700, NULL, NULL, 'Imported', 1748847600000000, NULL),
  (2, 2, 5, 1, 20248, 29157780, 29157840, NULL, NULL, 'Imported', 1749456000000000, NULL),
  (3, 3, 5, 1, 20249, 29159280, 29159340, NULL, NULL, 'Imported', 1749546000000000, NULL),
  (4, 6, 7, 1, 20250, 29160720, 29160780, NULL, NULL, 'Imported', 1749632400000000, NULL);
INSERT INTO visit_line (id, visit_id, position, service_id, employee_id, room_id, start_min, work1_min, gap_min, work2_min, buffer_before_min, buffer_after_min, price, any_master) VALUES
  (1, 1, 0, 1, 1, NULL, 29147640, 60, 0, 0, 0, 0, 3500, 0), (2, 2, 0, 2, 2, NULL, 29157780, 60, 0, 0, 0, 0, 2800, 0),
  (3, 3, 0, 1, 1, NULL, 29159280, 60, 0, 0, 0, 0, 3500, 0), (4, 4, 0, 1, 1, NULL, 29160720, 60, 0, 0, 0, 0, 1500, 0);
INSERT INTO occupancy (kind, resource_id, from_min, visit_id, line_id, to_min, before_min, after_min, override) VALUES
  (1, 1, 29147640, 1, 1, 29147700, 0, 0, 1), (1, 1, 29159280, 3, 3, 29159340, 0, 0, 1),
  (1, 2, 29157780, 2, 2, 29157840, 0, 0, 1);
INSERT INTO client_stat (client_id, visit_days, first_day, last_day, lost_on, permanent_until, sold, no_shows, next_min, rolling_day, sold_12m, top_place, name_key, archived, visits_12m, importance) VALUES
  (1, 1, 20241, 20241, 20334, NULL, 3500, 0, NULL, 20255, 3500, 1, '3e2a40443a442a042a3a3c2a0140a00a01dcbedc07', 0, 1, 1),
  (2, 1, 20248, 20248, 20341, NULL, 2800, 0, NULL, 20255, 2800, 2, '465c46402a042c2a3a2c2a010f01dcc1dc08', 0, 1, 1),
  (3, 1, 20249, 20249, 20342, NULL, 3500, 0, NULL, 20255, 3500, 1, '61548a32628a0e060304614696467806011101dbbfdb08', 0, 1, 1),
  (4, 0, NULL, NULL, NULL, NULL, 0, 0, NULL, 20255, 0, NULL, '403a32482a04302a2e32010e01dcc1dc07', 0, 0, 0),
  (5, 0, NULL, NULL, NULL, NULL, 0, 0, NULL, 20255, 0, NULL, '3e2a40443a442a042a3a3c2a011001dcbfdc07', 1, 0, 0),
  (6, 0, NULL, NULL, NULL, NULL, 0, 1, NULL, 20255, 0, NULL, '543a5046402a04324032442a0144a40e01dcbfdc08', 0, 0, 0);
INSERT INTO client_search (id, client_id, names, phones, others) VALUES
  (8920230461964291, 3, '^^kozlova ^^irina', '37129000103$$', 'irinaeksamplelv'),
  (8920234756931586, 2, '^^ozola ^^baiba ^^bajba ^^bayba', '37129000102$$', ''),
  (8920264821702657, 1, '^^kalnina ^^kalninja ^^kalninia ^^aija ^^aja ^^aia ^^ayja', '37129000101$$ 37129000105$$', 'aijaeksamplelv'),
  (9007199254740996, 4, '^^liepa ^^dace ^^datse', '37129000104$$', ''),
  (9007199254740998, 6, '^^vitola ^^elena', '37129000106$$', 'elenaeksamplelv');
INSERT INTO job (operation_id, kind, state, cursor, done, skipped, total, request) VALUES
  (1, 'import', 2, 6, 1000, 0, 1000, NULL), (2, 'import', 2, 4, 1000, 0, 1000, NULL),
  (13, 'bulk.tag', 3, 2, 2, 0, 3, NULL);
INSERT INTO job_items (operation_id, ids) VALUES
  (13, X'010000000000000002000000000000000300000000000000');
INSERT INTO segment (id, name, filter, predefined, position, archived) VALUES
  (1, 'Are VIP', 'tag = 1', NULL, 1, 0), (2, 'Women', 'status = new', NULL, 2, 0),
  (3, 'Students', 'tag = 2', 'students', 1, 0), (4, 'Pensioners', 'age >= 65', 'pensioners', 2, 0),
  (5, 'Aged 30 to 50', 'age 30..50', 'middle', 3, 0),
  (6, 'Birthday in the next 7 days', 'birthday today..today+7', 'birthdays', 4, 0),
  (7, 'Class A', 'importance = a', 'best', 5, 0),
  (8, 'Lost, of the top fifth by revenue', 'status = lost and top_share <= 20', 'best-lost', 6, 0),
  (9, 'New without a second booking', 'status = new and visits = 1 and not upcoming', 'no-second', 7, 0),
  (10, 'No visit for 60 days', 'days_since_visit >= 60 and not upcoming', 'not-60', 8, 0),
  (11, 'Never came, nothing booked', 'status = potential and not upcoming', 'potential', 9, 0),
  (12, 'Missed two visits or more', 'no_shows >= 2', 'no-shows', 10, 0);
INSERT INTO segment_state (segment_id, filter, day) VALUES
  (1, 'tag = 1', 20255), (2, 'status = new', 20255), (3, 'tag = 2', 20255), (4, 'age >= 65', 20255),
  (5, 'age 30..50', 20255), (6, 'birthday today..today+7', 20255), (7, 'importance = a', 20255),
  (8, 'status = lost and top_share <= 20', 20255), (9, 'status = new and visits = 1 and not upcoming', 20255),
  (10, 'days_since_visit >= 60 and not upcoming', 20255), (11, 'status = potential and not upcoming', 20255),
  (12, 'no_shows >= 2', 20255);
INSERT INTO segment_member (segment_id, client_id) VALUES
  (2, 1), (5, 1), (7, 1), (9, 1), (1, 2), (2, 2), (7, 2), (9, 2), (2, 3), (3, 3), (7, 3), (9, 3), (11, 4), (11, 6);
INSERT INTO segment_move (segment_id, day, client_id, entered) VALUES
  (1, 20255, 1, 0), (1, 20255, 2, 1);
INSERT INTO category_rule (id, category_id, filter, active) VALUES
  (1, 2, 'status = new', 1);
INSERT INTO contact (id, client_id, kind, outcome, at, seconds, text, recording, employee_id, user_id, visit_id) VALUES
  (1, 3, 6, NULL, 1795360950389625, 0, 'Likes tea', NULL, NULL, NULL, NULL),
  (2, 1, 1, 1, 1795360967078696, 180, 'Asked for a time', NULL, NULL, NULL, NULL);
INSERT INTO quality_mark (id, client_id, visit_id, contact_id, mark, complaint, text, employee_id, user_id, at, created_by_id, resolved_at, resolved_by_id, resolution) VALUES
  (1, 1, NULL, NULL, 5, 0, NULL, NULL, NULL, 1795360950542801, NULL, NULL, NULL, NULL),
  (2, 2, NULL, NULL, NULL, 1, 'Waited long', NULL, NULL, 1795360950651571, NULL, 1795360968084290, NULL, 'Said sorry');
INSERT INTO client_consent (id, client_id, kind, given_day, withdrawn_day, how) VALUES
  (1, 1, 1, 20000, NULL, 'on paper'), (2, 2, 2, 20010, 20100, 'by phone'), (3, 3, 2, 20010, NULL, NULL);
INSERT INTO external_id (id, client_id, origin, value) VALUES
  (1, 1, 'Old program', '101'), (2, 2, 'Old program', '102'), (3, 3, 'Old program', '103'), (4, 4, 'Old program', '104'),
  (5, 1, 'Old program', '105'), (6, 6, 'Old program', '106');
INSERT INTO import_batch (id, operation_id, file_name, subject, strategy, origin, mapping, user_id, begun_at, ended_at, n_new, n_updated, n_duplicates, n_rejected, n_empty, rolled_back_at, n_kept) VALUES
  (1, 1, 'c.csv', 1, 2, 'Old program', '{"1":"id","2":"first_name","3":"surname","4":"phone","5":"email","6":"tags","7":"categories","8":"birth_date","9":"note"}', 0, 1795360950012531, 1795360950014203, 6, 0, 0, 0, 0, NULL, 0),
  (2, 2, 'v.csv', 2, 2, 'Old program', '{"1":"visit_date","2":"visit_time","3":"name","4":"phone","5":"service","6":"employee","7":"price","8":"state"}', 0, 1795360950194995, 1795360950196245, 4, 0, 0, 0, 0, NULL, 0);
INSERT INTO import_mapping (id, signature, mapping, used_at) VALUES
  (1, 'clients|id|name|surname|phone|email|tags|category|birthday|comment', '{"1":"id","2":"first_name","3":"surname","4":"phone","5":"email","6":"tags","7":"categories","8":"birth_date","9":"note"}', 1795360950012531),
  (2, 'visits|date|time|client|phone|service|master|sum|status', '{"1":"visit_date","2":"visit_time","3":"name","4":"phone","5":"service","6":"employee","7":"price","8":"state"}', 1795360950194995);
INSERT INTO client_merge (id, operation_id, client_id, other_id, at, undone_at) VALUES
  (1, 9, 1, 5, 1795360967657506, NULL), (2, 10, 3, 4, 1795360967794262, 1795360967958628);
INSERT INTO client_not_same (id, client_id, other_id, at) VALUES
  (1, 1, 6, 1795346400000000);
INSERT INTO export_file (export_id, part, data) VALUES
  (1, 0, X'efbbbf46756c6c206e616d653b47656e6465723b44617465206f662062697274683b50686f6e653b50686f6e6520323b452d6d61696c3b416464726573733b43617465676f726965733b546167733b506572736f6e616c20646973636f756e743b4e6f74653b5374617475733b5669736974733b546f74616c207370656e743b4c6173742076697369740d0a4b616c6e69c586612041696a613b3b313939302d30332d30353b272b33373132393030303130313b272b33373132393030303130353b61696a61406578616d706c652e6c763b3b476f6c643b5649503b3b2250726566657273206d6f726e696e67730a53616d6520617320313031223b4c6f73743b313b33352c30303b323032352d30362d30320d0a4c6965706120446163653b3b3b272b33373132393030303130343b3b3b3b3b3b3b3b506f74656e7469616c3b303b302c30303b0d0a4f7a6f6c612042616962613b3b3b272b33373132393030303130323b3b3b3b476f6c643b3b3b3b4c6f73743b313b32382c30303b323032352d30362d30390d0a56c4ab746f6c6120456c656e613b3b3b272b33373132393030303130363b3b656c656e61406578616d706c652e6c763b3b53696c7665723b3b3b3b506f74656e7469616c3b303b302c30303b0d0ad09ad0bed0b7d0bbd0bed0b2d0b020d098d180d0b8d0bdd0b03b3b323030312d31322d31313b272b33373132393030303130333b3b6972696e61406578616d706c652e6c763b3b3b53747564656e743b3b3b4c6f73743b313b33352c30303b323032352d30362d31300d0a');
INSERT INTO export_log (id, at, user_id, kind, format, ticked, filter, told, columns, n_rows, file_name, size, sha256, complete, removed_at, removed_by_id) VALUES
  (1, 1795360968198793, 0, 'clients', 2, 0, NULL, NULL, 'name,gender,birth_date,phone,phone_2,email,address,categories,tags,discount,note,status,visits,spent,last_visit_date', 5, 'o.csv', 579, 'cb09bf375d4f6a4ec286dae077896f2183990f6555655b94667fe261177c4534', 1, NULL, NULL);
INSERT INTO sqlite_sequence (name, seq) VALUES
  ('import_batch', 2), ('import_mapping', 2), ('tag', 2), ('category', 2), ('client', 6), ('client_phone', 6), ('client_tag', 3), ('client_category', 6), ('external_id', 6), ('service', 2), ('employee', 2), ('visit', 4), ('visit_line', 4), ('contact', 2), ('quality_mark', 2), ('segment', 12), ('client_merge', 2), ('export_log', 1), ('app_user', 1), ('category_rule', 1), ('client_consent', 3), ('client_not_same', 1), ('custom_field', 1), ('custom_value', 1);
INSERT INTO client_fts (client_fts) VALUES ('rebuild');
PRAGMA application_id = 1396788302;
PRAGMA user_version = 7;
