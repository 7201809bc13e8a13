import common from "./en/common.json";
import orders from "./en/orders.json";
import shell from "./en/shell.json";
import stores from "./en/stores.json";
import work from "./en/work.json";

export default { ...common, ...shell, ...orders, ...stores, ...work };
