import common from "./common.json";
import orders from "./orders.json";
import shell from "./shell.json";

export default { ...common, ...shell, ...orders };
