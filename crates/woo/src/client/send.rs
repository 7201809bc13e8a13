//! One attempt: guard, credentials, redirects by hand, body, verdict.

use reqwest::header::{ACCEPT, AGE, ALLOW, CACHE_CONTROL, CONTENT_TYPE, DATE};
use reqwest::{Method, Response};
use tokio::time::Instant;
use url::Url;

use super::classify::{self, http_date};
use super::redirect::{self, Pairs, header};
use super::{Answer, Client, body};
use crate::site::set_query;
use crate::{AuthKind, Error, oauth};

const MAX_REDIRECTS: usize = 3;

impl Client {
    /// Sends one request; `signed` is false only for the public index.
    ///
    /// Two refusals are known not to have done anything and to have a cure, so each is cured once:
    /// a timestamp outside the store's window, and a host that blocks PUT and DELETE.
    pub(crate) async fn once(
        &self,
        method: Method,
        route: &str,
        query: &[(String, String)],
        content: Option<Vec<u8>>,
        signed: bool,
    ) -> Result<Answer, Error> {
        let skew_ms = self.clock_skew_ms();
        let first = self.timed(method.clone(), route, query, content.clone(), signed).await;
        match &first {
            Err(error) if is_stale(error) && self.clock_skew_ms().abs_diff(skew_ms) > 60_000 => {
                self.timed(method, route, query, content, signed).await
            }
            Err(error) if is_blocked(error) && matches!(method, Method::PUT | Method::DELETE) => {
                let mut query = query.to_vec();
                query.push(("_method".to_owned(), method.to_string()));
                self.timed(Method::POST, route, &query, content, signed).await
            }
            _ => first,
        }
    }

    async fn timed(
        &self,
        method: Method,
        route: &str,
        query: &[(String, String)],
        content: Option<Vec<u8>>,
        signed: bool,
    ) -> Result<Answer, Error> {
        let started = Instant::now();
        let timeout = self.options.timeout;
        let attempt = self.attempt(method, route, query, content, signed);
        let mut answer =
            tokio::time::timeout(timeout, attempt).await.map_err(|_| Error::Timeout { after: timeout })??;
        answer.elapsed = started.elapsed();
        Ok(answer)
    }

    async fn attempt(
        &self,
        method: Method,
        route: &str,
        query: &[(String, String)],
        content: Option<Vec<u8>>,
        signed: bool,
    ) -> Result<Answer, Error> {
        let (mut url, mut pairs) = self.target.transport.locate(&self.target.site, route, query);
        let mut redirected_to = None;
        for _ in 0..=MAX_REDIRECTS {
            let response = self.exchange(&method, &url, &pairs, content.as_deref(), signed).await?;
            if !response.status().is_redirection() {
                return self.verdict(response, redirected_to).await;
            }
            (url, pairs) = redirect::follow(&method, response.status(), (&url, &pairs), response.headers())?;
            redirected_to = Some(url.to_string());
        }
        Err(Error::Redirect { to: url.to_string() })
    }

    async fn exchange(
        &self,
        method: &Method,
        url: &Url,
        pairs: &[(String, String)],
        content: Option<&[u8]>,
        signed: bool,
    ) -> Result<Response, Error> {
        (self.guard)(url).map_err(|reason| Error::Refused { reason })?;
        let auth = self.target.auth.over(url.scheme());
        let mut full = url.clone();
        let mut all: Pairs = pairs.to_vec();
        if signed {
            all.extend(self.auth_params(auth, method, url, pairs));
        }
        set_query(&mut full, &all);
        let mut request = self
            .http
            .request(method.clone(), full)
            .header(ACCEPT, "application/json")
            // Some hosts cache what they should not.
            .header(CACHE_CONTROL, "no-cache");
        if signed && auth == AuthKind::Basic {
            request = request.basic_auth(&self.credentials.key, Some(self.credentials.secret()));
        }
        if let Some(content) = content {
            request = request.header(CONTENT_TYPE, "application/json").body(content.to_vec());
        }
        let sent = request.send().await;
        sent.map_err(|error| classify::transport(&error, url, self.options.timeout))
    }

    fn auth_params(&self, auth: AuthKind, method: &Method, url: &Url, pairs: &[(String, String)]) -> Pairs {
        let credentials = &self.credentials;
        match auth {
            AuthKind::Basic => Vec::new(),
            AuthKind::Query => vec![
                ("consumer_key".to_owned(), credentials.key.clone()),
                ("consumer_secret".to_owned(), credentials.secret().to_owned()),
            ],
            AuthKind::OAuth1 => {
                let attempt = oauth::Attempt {
                    consumer_key: &credentials.key,
                    consumer_secret: credentials.secret(),
                    nonce: self.env.nonce(),
                    timestamp: self.store_now().as_millisecond().div_euclid(1000),
                };
                attempt.params(method.as_str(), &self.signed_url(url), pairs)
            }
        }
    }

    /// Returns the URL as WooCommerce reconstructs it: its own home, the path below it, the scheme it sees.
    fn signed_url(&self, url: &Url) -> String {
        let folder = self.target.site.path().trim_end_matches('/');
        let below = url.path().strip_prefix(folder).unwrap_or(url.path());
        let home = self.target.home.as_str().trim_end_matches('/');
        let rest = home.split_once("://").map_or(home, |(_, rest)| rest);
        // WordPress appends no slash for its front page, where ?rest_route= lives.
        let below = if below == "/" { "" } else { below };
        format!("{}://{rest}{below}", url.scheme())
    }

    async fn verdict(&self, response: Response, redirected_to: Option<String>) -> Result<Answer, Error> {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let date = header(&headers, DATE.as_str()).and_then(http_date);
        self.learn_skew(date, headers.contains_key(AGE));
        let bytes = body::read(response, self.options.max_bytes).await?;
        let now = date.unwrap_or_else(|| self.store_now());
        let (value, noise) = classify::answer(status, &headers, now, body::parse(&bytes))?;
        let number = |name| header(&headers, name).and_then(|text| text.trim().parse().ok());
        Ok(Answer {
            body: value,
            total: number("x-wp-total"),
            total_pages: number("x-wp-totalpages"),
            date,
            allow: header(&headers, ALLOW.as_str()).map(str::to_owned),
            elapsed: std::time::Duration::ZERO,
            bytes: bytes.len(),
            noise,
            redirected_to,
        })
    }
}

/// Tells whether WooCommerce looked at the keys and refused, as it does with a wrong timestamp.
fn is_stale(error: &Error) -> bool {
    matches!(error, Error::Unauthorized { code, .. } if code == "woocommerce_rest_authentication_error")
}

fn is_blocked(error: &Error) -> bool {
    matches!(error, Error::WafOrHtml { status: 405, .. } | Error::BadRequest { status: 405, .. })
}
