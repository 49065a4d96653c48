/** The script of a page whose elements a server has drawn: what takes them over comes first. */
import "@portico/elements/hydrate";
import "@portico/elements/define/customer-card";
import "@portico/elements/define/provider";
import "@portico/elements/define/rating";
import "@portico/elements/define/request-form";
import "@portico/elements/define/request-list";
import "@portico/elements/define/request-tracker";
import "@portico/elements/define/satisfaction-gauge";
