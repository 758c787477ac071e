using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Options;

public static partial class ReviewOptions
{
    /// <summary>Members that name the owner of an object, besides the built-in ones.</summary>
    public static ReviewOption<ImmutableArray<string>> OwnershipKeys { get; } = OptionOf.Names(
        "ownership_keys", "", "Further members that name the owner of an object, such as FarmId.");

    /// <summary>Types that carry the authenticated caller, besides those recognised by their shape.</summary>
    public static ReviewOption<ImmutableArray<string>> PrincipalTypes { get; } = OptionOf.Names(
        "principal_types", "", "Further types that carry the authenticated caller, by simple or full name.");

    /// <summary>Types whose owner is of no concern.</summary>
    public static ReviewOption<ImmutableArray<string>> OwnerExemptTypes { get; } = OptionOf.Names(
        "owner_exempt_types", "", "Types whose objects anybody may act on, by simple or full name.");

    /// <summary>Roles that count as a privilege.</summary>
    public static ReviewOption<ImmutableArray<string>> PrivilegedRoles { get; } = OptionOf.Names(
        "privileged_roles", "", "The roles whose test is a privilege test; empty: every role.");

    /// <summary>The claim that identifies a user.</summary>
    public static ReviewOption<string> IdentityClaim { get; } = OptionOf.Text(
        "identity_claim", "", "The type of the claim that identifies a user, for fixes where the project has no way of its own to say who calls; unset: ClaimTypes.NameIdentifier.");

    /// <summary>How fixes deny.</summary>
    public static ReviewOption<DenyResult> DenyResult { get; } = OptionOf.Choice(
        "deny_result", Options.DenyResult.Forbid, "How the fixes deny a request in code that answers with a result; elsewhere they throw.");

    /// <summary>Endpoints that anybody must be able to call, by the words of their names and routes.</summary>
    public static ReviewOption<ImmutableArray<string>> OpenEndpoints { get; } = OptionOf.Names(
        "open_endpoints",
        "login, logon, signin, signon, logout, logoff, signout, signup, register, registration, auth, authenticate, authentication, authorize, oauth, oauth2, oidc, saml, sso, "
        + "token, tokens, session, sessions, refresh, forgotpassword, resetpassword, passwordreset, recoverpassword, forgot, confirmemail, verifyemail, emailconfirmation, "
        + "resendconfirmation, twofactor, mfa, otp, captcha, consent, csrf, antiforgery, health, healthz, healthcheck, healthchecks, ready, readyz, readiness, livez, liveness, ping, "
        + "heartbeat, error, webhook, webhooks, hook, hooks, callback, callbacks, ipn",
        "Words in the name or the route of an endpoint that anybody must be able to call: of sign-in, health and webhooks.");
}
