const hidden = "****";

/** A contact point with its middle hidden: enough to recognise one's own, too little to use another's. */
export function maskContactPoint(type: string, value: string): string {
  switch (type) {
    case "email":
      return maskEmail(value);
    case "address":
      return maskAddress(value);
    case "phone":
    case "mobile":
    case "fax":
      return maskPhone(value);
    default:
      return maskText(value);
  }
}

/** `138 0013 5678` → `138****5678`. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  if (digits.length < 7) return hidden + digits.slice(-2);
  const tail = digits.length < 11 ? 3 : 4;
  return digits.slice(0, 3) + hidden + digits.slice(-tail);
}

/** `wang@example.com` → `w***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return at < 1 ? maskText(email) : `${[...email][0]}***${email.slice(at)}`;
}

/** `上海市黄浦区解放路 120 号` → `上海市黄浦区****`; without a district, what follows the last comma stays. */
export function maskAddress(address: string): string {
  const district = /^.{0,20}?[区區县縣旗](?=.)/u.exec(address) ?? /^.{0,12}?[省市州](?=.)/u.exec(address);
  if (district) return district[0] + hidden;
  const comma = address.lastIndexOf(",");
  return comma < 0 ? hidden : `${hidden}, ${address.slice(comma + 1).trim()}`;
}

const maskText = (text: string): string =>
  ([...text].length > 3 ? [...text].slice(0, 2).join("") : "") + hidden;
