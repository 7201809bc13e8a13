//! The whole surface at once: every route by every kind of person, requests dropped half-way, and the document that
//! describes them. A route added later takes part without being named here.

mod bad_input;
mod cancelled;
mod document;
mod routes;
mod sample;
mod world;
