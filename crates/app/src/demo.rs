//! A demonstration install: one operator, two merchants, a simulated store each.
