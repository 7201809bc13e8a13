use fulexo_woo::oauth;

use crate::files::{exchanges, pairs};

#[test]
fn every_recorded_base_string_is_rebuilt() {
    let (mut seen, mut signed) = (0, 0);
    for (name, recording) in exchanges() {
        let Some(oauth) = recording.get("oauth1") else {
            continue;
        };
        let request = &recording["request"];
        let text = |of: &serde_json::Value| of.as_str().unwrap().to_owned();
        let url = format!("{}://{}{}", text(&request["scheme"]), text(&request["host"]), text(&request["path"]));
        let params = pairs(&request["query"]);
        let base = oauth::base_string(&text(&request["method"]), &url, &params);
        assert_eq!(base, text(&oauth["signature_base_string"]), "{name}");
        seen += 1;

        let param = |wanted: &str| params.iter().find(|p| p.0 == wanted).map(|p| p.1.clone());
        let sha256 = param("oauth_signature_method").as_deref() == Some("HMAC-SHA256");
        // One recording is wrong on purpose.
        if sha256 && !name.contains("bad-signature") {
            let signature = oauth::sign(&base, &text(&oauth["consumer_secret"]));
            assert_eq!(Some(signature), param("oauth_signature"), "{name}");
            signed += 1;
        }
    }
    assert!(seen >= 11 && signed >= 9, "{seen} seen, {signed} signed");
}

#[test]
fn an_attempt_makes_the_recorded_parameters() {
    let all = exchanges();
    let (_, recording) = all.iter().find(|(name, _)| name.starts_with("010-")).unwrap();
    let query = pairs(&recording["request"]["query"]);
    let value = |wanted: &str| query.iter().find(|pair| pair.0 == wanted).unwrap().1.clone();
    let attempt = oauth::Attempt {
        consumer_key: recording["oauth1"]["consumer_key"].as_str().unwrap(),
        consumer_secret: recording["oauth1"]["consumer_secret"].as_str().unwrap(),
        nonce: value("oauth_nonce"),
        timestamp: value("oauth_timestamp").parse().unwrap(),
    };
    let url = "http://127.0.0.1:8089/wp-json/wc/v3/orders";
    let made = attempt.params("GET", url, &[("per_page".to_owned(), "1".to_owned())]);
    assert_eq!(made.as_slice(), query.get(1..).unwrap());
}
