using SecurityReview.Analyzers.Todo.Security;

namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>The words by which methods say that they decide about security.</summary>
internal static class DecisionWords
{
    /// <summary>Verbs that decide, whoever they speak of.</summary>
    public static PhraseSet Deciding { get; } = PhraseSet.OfLines("can|may|allow|allows|authorize|authorise|authenticate|validate|verify|check|permit|permits|grant|grants");

    /// <summary>Verbs that only describe, unless the rest of the name speaks of a right.</summary>
    public static PhraseSet Describing { get; } = PhraseSet.OfLines("is|are|has|have");

    /// <summary>What is decided about: the signature speaks of one of these.</summary>
    public static PhraseSet Subjects { get; } = PhraseSet.OfLines(
        """
        principal|principals|user|users|caller|role|roles|permission|permissions|owner|owners|ownership|tenant|tenants|password|token|jwt|signature|certificate|claim|claims
        api key
        credential*|secret|access|privilege*|authoriz*|authoris*|authenticat*|auth|login|signin|hmac
        """);

    /// <summary>What a describing name must speak of.</summary>
    public static PhraseSet Rights { get; } = PhraseSet.OfLines(
        """
        allowed|permitted|authoriz*|authoris*|authenticat*|owner|owned|admin|administrator|role|roles|permission|permissions|privilege|privileged|access|accessible|trusted|granted|entitled
        claim|claims
        member of
        valid|correct|genuine password|token|signature|certificate|credentials|login|secret
        password|token|signature|certificate|credentials|login|secret|user valid|correct
        in role
        """);

    /// <summary>What the name of the declaring type must speak of where the signature does not.</summary>
    public static PhraseSet Guardians { get; } = PhraseSet.OfLines(
        """
        permission|permissions|authoriz*|authoris*|authenticat*|auth|password|acl
        access control|controller|policy|checker|guard|manager|service|evaluator|validator|rule|rules
        security policy|checker|guard|manager|service|evaluator|validator|rule|rules
        token|signature|certificate|jwt|credential|credentials validator|verifier|checker
        """);

    /// <summary>What a call that throws must speak of to be a control.</summary>
    public static PhraseSet Demanded { get; } = PhraseSet.OfLines(
        """
        principal|caller|role|roles|permission|permissions|owner|owners|ownership|owned|tenant|access|privilege*|authoriz*|authoris*|authenticat*|admin|claim|claims|antiforgery
        password|signature|certificate
        anti forgery
        """);

    /// <summary>Names of types that let everything pass because somebody wants that, and says so.</summary>
    public static PhraseSet Deliberate { get; } = PhraseSet.OfLines(
        """
        null|noop|fake|mock|stubbed|unrestricted|everyone|everybody|public|permissive|demo|sample
        no op
        allow|allows|always|permit|permits|grant|accept all|any|everything|everyone|anonymous|allow|allowed|grant|true
        """);
}
