using System.Collections.Immutable;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo.Security;

namespace SecurityReview.Analyzers.Tests.Todo;

/// <summary>What a text is about, by its words and by the names around it.</summary>
public class SecurityWordsTests
{
    private static readonly SecurityText s_text = new(ImmutableArray<string>.Empty);

    [Theory]
    [InlineData("get converter for MessageCredentialType")]
    [InlineData("get converter for WSHttpSecurityElement")]
    [InlineData("implement these\nMachineName\nServicePrincipalName\nUseAuthenticatedConnectionSharing")]
    [InlineData("these take FilePermissions")]
    [InlineData("get converter for TokenImpersonationLevel")]
    [InlineData("get converter for X509PeerCertificateAuthenticationElement")]
    [InlineData("offset of IMAGE_DIRECTORY_ENTRY_SECURITY")]
    [InlineData("move to System.Security.Principal")]
    public void NameOfTheProgram_IsNot(string text) => IsNone(text);

    [Theory]
    [InlineData("call AuthorizeAsync first")]
    [InlineData("EncryptColumn is not called yet")]
    [InlineData("check FilePermissions and the password")]
    [InlineData("set SecurityMode, credentials are sent in the clear")]
    public void NameOfWhatProtects_IsSecurity(string text) => IsSecurity(text);

    [Theory]
    [InlineData("add authentication")]
    [InlineData("authenticate the webhook")]
    [InlineData("needs auth")]
    [InlineData("callers are not authenticated here")]
    [InlineData("enforce MFA")]
    [InlineData("two-factor for administrators")]
    [InlineData("require login")]
    [InlineData("certificate validation is off")]
    [InlineData("impersonation is not logged")]
    [Clause(RuleIds.SecurityTodo, "authentication", Verdict.Reports)]
    public void Authentication_IsSecurity(string text) => IsSecurity(text);

    [Theory]
    [InlineData("the author is missing")]
    [InlineData("authored by a tool")]
    [InlineData("ask the authority")]
    [InlineData("authentic look and feel")]
    [InlineData("authoring mode")]
    [InlineData("style the login page")]
    [InlineData("multi line")]
    [Clause(RuleIds.SecurityTodo, "authentication", Verdict.IsSilent)]
    public void NoAuthentication_IsNot(string text) => IsNone(text);

    [Theory]
    [InlineData("check permissions")]
    [InlineData("authorize the caller")]
    [InlineData("authorise the caller")]
    [InlineData("check the owner")]
    [InlineData("verify that this project belongs to the caller")]
    [InlineData("ValidateOwnership is never called")]
    [InlineData("is the user allowed to see this?")]
    [InlineData("anyone can call this")]
    [InlineData("any user can read this")]
    [InlineData("only admins should get here")]
    [InlineData("restrict this to administrators")]
    [InlineData("access control")]
    [InlineData("limit access to the team")]
    [InlineData("check the role")]
    [InlineData("remove [AllowAnonymous] again")]
    [InlineData("secure this endpoint")]
    [InlineData("privilege escalation?")]
    [Clause(RuleIds.SecurityTodo, "authorization", Verdict.Reports)]
    public void Authorization_IsSecurity(string text) => IsSecurity(text);

    [Theory]
    [InlineData("set the owner window")]
    [InlineData("check who owns the buffer")]
    [InlineData("who takes ownership of the stream?")]
    [InlineData("rename the role column")]
    [InlineData("roll back")]
    [InlineData("fix access modifiers")]
    [InlineData("random access is slow")]
    [InlineData("user interface for the user settings")]
    [InlineData("only admire")]
    [InlineData("check out the new layout")]
    [Clause(RuleIds.SecurityTodo, "authorization", Verdict.IsSilent)]
    public void NoAuthorization_IsNot(string text) => IsNone(text);

    [Theory]
    [InlineData("validate input")]
    [InlineData("validate the input of the form")]
    [InlineData("validate user input")]
    [InlineData("input validation")]
    [InlineData("sanitize this")]
    [InlineData("sanitise the name")]
    [InlineData("untrusted data")]
    [InlineData("never trust the client")]
    [InlineData("escape HTML")]
    [InlineData("encode: HTML encoding is missing")]
    [InlineData("check ModelState")]
    [InlineData("path traversal")]
    [InlineData("open redirect")]
    [Clause(RuleIds.SecurityTodo, "input", Verdict.Reports)]
    public void Input_IsSecurity(string text) => IsSecurity(text);

    [Theory]
    [InlineData("validate arguments")]
    [InlineData("validate that the list is sorted")]
    [InlineData("focus the input box")]
    [InlineData("check the input shape of the tensor")]
    [InlineData("handle the escape key")]
    [InlineData("support escape sequences")]
    [InlineData("escape characters in the lexer")]
    [InlineData("run with the address sanitizer")]
    [InlineData("user input is slow")]
    [InlineData("encode the video")]
    [Clause(RuleIds.SecurityTodo, "input", Verdict.IsSilent)]
    public void NoInput_IsNot(string text) => IsNone(text);

    [Theory]
    [InlineData("encrypt the file")]
    [InlineData("encryption at rest")]
    [InlineData("the backup is unencrypted")]
    [InlineData("weak cipher")]
    [InlineData("use a cryptographic random number")]
    [InlineData("compare in constant time")]
    [Clause(RuleIds.SecurityTodo, "encryption", Verdict.Reports)]
    public void Encryption_IsSecurity(string text) => IsSecurity(text);

    [Theory]
    [InlineData("crypto currencies")]
    [InlineData("the crypto price feed")]
    [InlineData("cryptic name")]
    [InlineData("hash code collisions")]
    [InlineData("compress the file")]
    [Clause(RuleIds.SecurityTodo, "encryption", Verdict.IsSilent)]
    public void NoEncryption_IsNot(string text) => IsNone(text);

    [Theory]
    [InlineData("move the secret to the vault")]
    [InlineData("hard-coded key")]
    [InlineData("hardcoded admin account")]
    [InlineData("store the API key elsewhere")]
    [InlineData("hash passwords")]
    [InlineData("rotate the signing keys")]
    [InlineData("credentials are logged")]
    [InlineData("read clientSecret from the environment")]
    [InlineData("do not log sensitive data")]
    [Clause(RuleIds.SecurityTodo, "secrets", Verdict.Reports)]
    public void Secrets_AreSecurity(string text) => IsSecurity(text);

    [Theory]
    [InlineData("passwordless flag")]
    [InlineData("read PasswordlessEnabled")]
    [InlineData("rename IsPasswordlessSignup")]
    [InlineData("password box loses the focus")]
    [InlineData("PasswordChar is wrong")]
    [InlineData("secret santa list")]
    [InlineData("secretary")]
    [InlineData("passenger")]
    [InlineData("key order")]
    [InlineData("hard coded text")]
    [InlineData("case sensitive values")]
    [Clause(RuleIds.SecurityTodo, "secrets", Verdict.IsSilent)]
    public void NoSecrets_AreNot(string text) => IsNone(text);

    [Theory]
    [InlineData("SQL injection")]
    [InlineData("SqlInjection possible")]
    [InlineData("command injection through the name")]
    [InlineData("script injection")]
    [InlineData("prevent injection")]
    [InlineData("XSS")]
    [InlineData("cross-site scripting")]
    [InlineData("parameterize this query")]
    [Clause(RuleIds.SecurityTodo, "injection", Verdict.Reports)]
    public void Injection_IsSecurity(string text) => IsSecurity(text);

    [Theory]
    [InlineData("use dependency injection")]
    [InlineData("constructor injection")]
    [InlineData("fault injection tests")]
    [InlineData("inject the service")]
    [InlineData("injection")]
    [InlineData("parameterize the tests")]
    [Clause(RuleIds.SecurityTodo, "injection", Verdict.IsSilent)]
    public void OtherInjection_IsNot(string text) => IsNone(text);

    [Theory]
    [InlineData("CSRF")]
    [InlineData("XSRF token")]
    [InlineData("validate the antiforgery token")]
    [InlineData("anti-forgery")]
    [InlineData("request forgery")]
    [Clause(RuleIds.SecurityTodo, "csrf", Verdict.Reports)]
    public void Csrf_IsSecurity(string text) => IsSecurity(text);

    [Theory]
    [InlineData("scurfy")]
    [InlineData("forge the request")]
    [InlineData("cross the site map")]
    [Clause(RuleIds.SecurityTodo, "csrf", Verdict.IsSilent)]
    public void NoCsrf_IsNot(string text) => IsNone(text);

    [Theory]
    [InlineData("race condition")]
    [InlineData("there are race conditions between delete and update")]
    [InlineData("data race")]
    [InlineData("TOCTOU")]
    [InlineData("time-of-check to time-of-use")]
    [Clause(RuleIds.SecurityTodo, "race", Verdict.Reports)]
    public void Race_IsSecurity(string text) => IsSecurity(text);

    [Theory]
    [InlineData("race condition when the car starts")]
    [InlineData("reset the race conditions after the last lap")]
    [InlineData("the race track is too short")]
    [InlineData("embrace the conditions")]
    [InlineData("trace the condition")]
    [Clause(RuleIds.SecurityTodo, "race", Verdict.IsSilent)]
    public void OtherRace_IsNot(string text) => IsNone(text);

    [Theory]
    [InlineData("tenant isolation")]
    [InlineData("filter by tenant")]
    [InlineData("other tenants see this")]
    [InlineData("cross-tenant query")]
    [InlineData("restrict to the TenantId")]
    [Clause(RuleIds.SecurityTodo, "tenant", Verdict.Reports)]
    public void Tenant_IsSecurity(string text) => IsSecurity(text);

    [Theory]
    [InlineData("name of the tenant")]
    [InlineData("lieutenant")]
    [InlineData("transaction isolation")]
    [Clause(RuleIds.SecurityTodo, "tenant", Verdict.IsSilent)]
    public void NoTenant_IsNot(string text) => IsNone(text);

    [Theory]
    [InlineData("pass the CancellationToken to the user")]
    [InlineData("check for cancellation tokens")]
    [InlineData("check the token kind")]
    [InlineData("check the token in the lexer")]
    [InlineData("access the next token")]
    [InlineData("check token counts of the user")]
    [InlineData("check the signature of the method")]
    [InlineData("check method signatures")]
    [InlineData("user presses the escape key")]
    [InlineData("check if the user pressed escape")]
    [InlineData("check the escape sequence")]
    [InlineData("null check for the access path")]
    [InlineData("check for null access")]
    [InlineData("user experience of data access")]
    [InlineData("attack animation of the player")]
    [InlineData("check the attack of the bishop")]
    [InlineData("exploit the fact that it is sorted")]
    [InlineData("security price of the user")]
    [InlineData("security identifiers from the exchange")]
    [InlineData("gift certificate of the user")]
    [InlineData("check. user access is slow. later a token", false)]
    public void Lookalikes_AreNone(string text, bool isNone = true)
    {
        var relevance = s_text.Judge(text, () => []);
        Assert.Equal(isNone, !relevance.IsCertain);
    }

    [Theory]
    [InlineData("check the token", "JsonLexer")]
    [InlineData("check the token", "SyntaxTokenReader")]
    [InlineData("check that the user escaped", "KeyboardHook")]
    [InlineData("check the signature", "MethodSymbolVisitor")]
    [InlineData("race condition", "CarGame")]
    [InlineData("race condition", "LapCounter")]
    [InlineData("check the attack", "ChessEngine")]
    public void NamesAround_TellAnotherTrade(string text, string name)
    {
        Assert.False(s_text.Judge(text, () => [name]).IsCertain);
        Assert.True(s_text.Judge(text, () => ["Quotas"]).IsCertain);
    }

    [Theory]
    [InlineData("look at the SQLInjection", "SQLInjection")]
    [InlineData("a race  condition\nhere", "race  condition")]
    [InlineData("check the user's token", "check, user, token")]
    [InlineData("the caller's password", "password")]
    public void Words_AreThoseOfTheText(string text, string words) => Assert.Equal(words, s_text.Judge(text, () => []).Words);

    [Theory]
    [InlineData("")]
    [InlineData(" .;! ")]
    [InlineData("'s 's'")]
    [InlineData("修正 🔥 𝒜")]
    [InlineData("check")]
    [InlineData("check the")]
    public void OddTexts_AreNone(string text) => IsNone(text);

    private static void IsSecurity(string text) => Assert.True(s_text.Judge(text, () => []).IsCertain, text);

    private static void IsNone(string text)
    {
        var relevance = s_text.Judge(text, () => []);
        Assert.False(relevance.IsCertain, $"{text}: {relevance.Words}");
    }
}
