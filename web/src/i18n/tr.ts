import first from "./tr/first";
import later from "./tr/later";

export default { ...first, ...later };
