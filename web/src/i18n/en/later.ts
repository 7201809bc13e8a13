import jobs from "./jobs.json";
import stores from "./stores.json";
import work from "./work.json";

export default { ...stores, ...work, ...jobs };
