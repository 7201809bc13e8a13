//! The edge: problems, pages, scope-free extractors, request log, headers.
