use reqwest::multipart::Form;

pub async fn film(prompt: &str) -> reqwest::Result<reqwest::Response> {
    let form = Form::new().text("model", "veo-3.1-fast-fl").text("prompt", prompt.to_string());
    let client = reqwest::Client::new();
    client.post("https://api.laozhang.ai/v1/videos").multipart(form).send().await
}

pub async fn keep(title: &str) -> reqwest::Result<reqwest::Response> {
    let form = Form::new().text("title", "veo-3.1-fast").text("by", title.to_string());
    reqwest::Client::new().post("https://files.example.com/v1/uploads").multipart(form).send().await
}
