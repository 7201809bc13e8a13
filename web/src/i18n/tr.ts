import common from "./tr/common.json";
import orders from "./tr/orders.json";
import shell from "./tr/shell.json";
import stores from "./tr/stores.json";
import work from "./tr/work.json";

export default { ...common, ...shell, ...orders, ...stores, ...work };
