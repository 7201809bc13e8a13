//! What can go wrong when a simulated store starts or is told to do something.

/// A refusal of the simulator itself (never of the simulated API).
#[derive(Debug, thiserror::Error)]
pub enum SimError {
    /// The listeners could not be opened.
    #[error("the simulated store cannot listen on {at}: {error}")]
    Listen {
        /// The address with its port.
        at: std::net::SocketAddr,
        /// What the system said.
        error: std::io::Error,
    },
    /// A listener has no address.
    #[error("the simulated store lost its listener: {0}")]
    Socket(#[from] std::io::Error),
    /// The self-signed certificate could not be made.
    #[error("the simulated store cannot make its certificate: {0}")]
    Certificate(String),
    /// The site's time zone is not known on this machine.
    #[error("unknown time zone {0:?}")]
    TimeZone(String),
    /// The webhook sender could not be made.
    #[error("the simulated store cannot make its webhook sender: {0}")]
    Sender(#[from] reqwest::Error),
    /// There is no such object in the store.
    #[error("the simulated store has no {what} {id}")]
    Missing {
        /// The kind of the object.
        what: &'static str,
        /// Its id.
        id: u64,
    },
    /// The store refuses the change, as WooCommerce would.
    #[error("the simulated store refuses: {0}")]
    Refused(String),
}
