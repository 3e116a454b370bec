export const ROLES = ['viewer', 'checker', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Everything that somebody can do at the desk, and the least role that may. Each role may do what
 * the ones before it may. Every page, action, export and address asks for one of these on the
 * server; `app/architecture.test.ts` fails where one does not.
 */
export const PERMISSIONS = {
  'desk.read': 'viewer',
  'account.own': 'viewer',
  'view.save': 'viewer',
  'export.claims': 'viewer',
  'export.desk': 'viewer',

  'article.add': 'checker',
  'article.edit': 'checker',
  'article.readAgain': 'checker',
  'article.archive': 'checker',
  'article.plan': 'editor',
  'source.add': 'checker',
  'source.edit': 'checker',
  'source.merge': 'editor',
  /** To see sources that never leave the desk. No report has them, for anybody. */
  'source.confidential': 'checker',
  'claim.make': 'checker',
  'claim.edit': 'checker',
  'figure.edit': 'checker',
  'figure.compare': 'checker',
  'evidence.attach': 'checker',
  'evidence.edit': 'checker',
  'verdict.give': 'checker',
  'gate.waive': 'checker',
  'comment.write': 'checker',
  'comment.resolve': 'checker',

  'claim.accept': 'checker',
  'claim.dismiss': 'checker',
  'claim.undo': 'checker',
  'claim.take': 'checker',
  'claim.submit': 'checker',

  /** To save lists for everybody, and to remove them. */
  'view.share': 'editor',
  'claim.assign': 'editor',
  'claim.plan': 'editor',
  'claim.return': 'editor',
  'claim.approve': 'editor',
  'claim.publish': 'editor',
  'claim.reopen': 'editor',
  'claim.correct': 'editor',
  'claim.withdraw': 'editor',
  'record.verify': 'editor',

  'people.manage': 'admin',
  'record.acknowledge': 'admin',
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether somebody with this role may do this. */
export const isPermitted = (role: Role, permission: Permission): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(PERMISSIONS[permission]);

/** The role in a text from outside; whatever is none is the one that may least. */
export const toRole = (text: unknown): Role => ROLES.find((role) => role === text) ?? 'viewer';
