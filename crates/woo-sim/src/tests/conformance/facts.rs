//! The facts S1 to S19 and where they are covered.

/// A fact of WooCommerce's source.
pub(super) struct Fact {
    pub(super) id: &'static str,
    pub(super) says: &'static str,
    /// Tests and recordings.
    pub(super) covers: &'static [&'static str],
    pub(super) note: &'static str,
}

const fn fact(id: &'static str, says: &'static str, covers: &'static [&'static str], note: &'static str) -> Fact {
    Fact { id, says, covers, note }
}

/// All of them, as the measured stores correct them.
pub(super) const FACTS: [Fact; 19] = [
    fact("S1", "A delivery is attempted once.", &["webhook-failure-experiments", "webhooks_are_sent_once"], ""),
    fact("S2", "The seventh failure in a row disables the hook.", &["webhook-failure-experiments"], ""),
    fact(
        "S3",
        "Only the status says so; activating it again keeps the count.",
        &["webhook-failure-experiments", "the_seventh_failure_disables_and_activating_forgets_nothing"],
        "",
    ),
    fact("S4", "301 and 302 count as delivered, and are not followed.", &["webhook-failure-experiments"], ""),
    fact(
        "S5",
        "All deliveries of a hook in one second share their delivery id.",
        &["deliveries_of_one_second_share_their_id"],
        "",
    ),
    fact(
        "S6",
        "The body is built when it is sent.",
        &["webhooks/16-order-created--late-delivery", "webhooks/19-order-created--deleted-before-delivery"],
        "",
    ),
    fact("S7", "An owner without rights gives a signed error.", &["webhooks/60-order-updated--owner-user-removed"], ""),
    fact(
        "S8",
        "`deleted` carries the id alone.",
        &["webhooks/10-order-deleted--rest-trash", "webhooks/41-customer-deleted--rest-customer-delete"],
        "",
    ),
    fact("S9", "Deleting for good tells nobody.", &["what_is_told_of_deletions_and_what_is_not"], ""),
    fact("S10", "There are no other topics.", &["api/162-webhook-create-bad-topic"], ""),
    fact("S11", "`customer.deleted` is for the role `customer` only.", &["only_customers_are_announced"], ""),
    fact(
        "S12",
        "Created or updated is decided by the age of ten seconds.",
        &["webhooks/03-order-created--rest-create-pending", "webhooks/56-order-created--checkout-post"],
        "The simulator never mislabels: a slow save is not imitated.",
    ),
    fact(
        "S13",
        "Equal changes that wait are told once; those made during a delivery are all told.",
        &["webhooks/53-order-updated--rest-order-put-date", "webhooks/63-order-updated--update-during-delivery"],
        "",
    ),
    fact(
        "S14",
        "The ping is an unsigned form; unless it gets exactly 200 it comes again with every delivery.",
        &["webhooks/01-ping-order-created", "a_ping_is_a_form_and_failing_it_fails_nothing"],
        "",
    ),
    fact("S15", "The secret is decoded first.", &["webhooks/59-order-updated--secret-with-html-entities"], ""),
    fact(
        "S16",
        "The agent is Hookshot; after 60 s an answer is given up.",
        &["webhooks/03-order-created--rest-create-pending"],
        "No test waits the 60 s. The measured stores speak HTTP/1.1.",
    ),
    fact("S17", "Private addresses and odd ports are refused.", &[], "Not simulated: receivers of tests are private."),
    fact("S18", "The signature covers the body alone.", &["recorded_deliveries_verify"], ""),
    fact(
        "S19",
        "A hook has an API version.",
        &[],
        "Not simulated: all are of version 3, and the API does not show it.",
    ),
];
