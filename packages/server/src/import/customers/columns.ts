import { fold } from "../../stores/postgres/search-terms.js";

/** What a column can hold of a customer. */
const fields = [
  "number",
  "displayName",
  "kind",
  "status",
  "industry",
  "language",
  "segment",
  "tier",
  "tags",
  "parentNumber",
  "phone",
  "mobile",
  "email",
  "address",
  "wechat",
  "fax",
  "externalId",
] as const;

export type Field = (typeof fields)[number];
/** A field of a customer, or one of the backend's own by its name. */
export type Target = Field | { customField: string };

const customPrefix = "customFields.";

const names: Record<Field, string> = {
  number:
    "number, customer number, customer no, customer no., account number, account no, 客户编号, 客户号, 户号, 编号",
  displayName:
    "name, displayname, display name, customer, customer name, full name, company, 姓名, 名称, 客户名称, 客户姓名, 单位名称, 公司名称",
  kind: "kind, type, customer type, customer kind, 类型, 客户类型, 客户类别",
  status: "status, customer status, 状态, 客户状态",
  industry: "industry, 行业, 所属行业",
  language: "language, lang, 语言, 语种",
  segment: "segment, 分群, 客户分群, 细分",
  tier: "tier, class, grade, level, 等级, 客户等级, 级别",
  tags: "tags, labels, 标签",
  parentNumber: "parent, parent number, group number, 上级客户编号, 集团编号",
  phone: "phone, telephone, tel, phone number, 电话, 联系电话, 固定电话",
  mobile: "mobile, mobile phone, cell, cell phone, 手机, 手机号, 手机号码, 移动电话",
  email: "email, e-mail, mail, email address, 邮箱, 电子邮箱, 电子邮件",
  address: "address, street address, 地址, 联系地址, 通讯地址",
  wechat: "wechat, 微信, 微信号",
  fax: "fax, 传真",
  externalId: "external id, externalid",
};

/** One spelling for `E-Mail`, `email ` and `e_mail`, and for the traditional and simplified form of a name. */
const normal = (name: string): string => fold(name).replace(/[\s_.-]/g, "");

const known = new Map(
  fields.flatMap((field) => names[field].split(",").map((name) => [normal(name), field] as const)),
);

export interface ColumnOptions {
  /** `column=field`, as given on the command line. */
  map: readonly string[];
  /** The column with the identifier of another system. */
  idColumn?: string | undefined;
  ignoreUnmapped: boolean;
}

/** What each column of the header holds; null for one that is left out. Throws when the options do not fit it. */
export function mapColumns(header: readonly string[], options: ColumnOptions): (Target | null)[] {
  const chosen = new Map<string, Target>();
  for (const pair of options.map) {
    const at = pair.lastIndexOf("=");
    const column = pair.slice(0, at).trim();
    if (at < 1) throw new Error(`--map takes column=field, not “${pair}”.`);
    requireColumn(header, column, "--map");
    chosen.set(column, toTarget(pair.slice(at + 1).trim()));
  }
  if (options.idColumn !== undefined) {
    requireColumn(header, options.idColumn, "--id-column");
    chosen.set(options.idColumn, "externalId");
  }
  const targets = header.map(
    (column) =>
      chosen.get(column) ??
      known.get(normal(column)) ??
      (options.ignoreUnmapped || column === "" ? null : { customField: column }),
  );
  for (const [i, target] of targets.entries())
    if (
      target !== null &&
      targets.findIndex((other) => JSON.stringify(other) === JSON.stringify(target)) !== i
    )
      throw new Error(
        `Two columns, one of them “${header[i]}”, hold the same: choose with --map "${header[i]}=customFields.${header[i]}".`,
      );
  if (!targets.includes("displayName"))
    throw new Error(
      `No column holds the name. Say which one does: --map "column=displayName". There are: ${header.join(", ")}.`,
    );
  return targets;
}

function toTarget(name: string): Target {
  const field = fields.find((field) => field === name) ?? (name === "name" ? "displayName" : undefined);
  if (field) return field;
  const own = name.slice(customPrefix.length);
  if (name.startsWith(customPrefix) && own !== "") return { customField: own };
  throw new Error(
    `There is no field “${name}”. Take one of ${fields.join(", ")}, or ${customPrefix}yourName.`,
  );
}

function requireColumn(header: readonly string[], column: string, option: string): void {
  if (!header.includes(column))
    throw new Error(
      `${option} names the column “${column}”, which the file does not have. It has: ${header.join(", ")}.`,
    );
}
