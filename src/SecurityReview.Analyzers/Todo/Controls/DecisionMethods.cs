using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Todo.Security;

namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>
/// Recognises methods that decide about security: those of the framework's interfaces, and those whose name and signature say so together.
/// <c>IsDisposed</c>, <c>CanExecute</c> and <c>CanConvert</c> are none.
/// </summary>
internal sealed class DecisionMethods
{
    private static readonly string[] s_frameworkTypes =
    [
        "Microsoft.AspNetCore.Authorization.IAuthorizationHandler",
        "Microsoft.AspNetCore.Authorization.AuthorizationHandler`1",
        "Microsoft.AspNetCore.Authorization.AuthorizationHandler`2",
        "Microsoft.AspNetCore.Authorization.IAuthorizationService",
        "Microsoft.AspNetCore.Authorization.IAuthorizationEvaluator",
        "Microsoft.AspNetCore.Authorization.Policy.IPolicyEvaluator",
        "Microsoft.AspNetCore.Identity.IPasswordHasher`1",
        "Microsoft.AspNetCore.Identity.IPasswordValidator`1",
        "Microsoft.AspNetCore.Identity.IUserValidator`1",
        "Microsoft.AspNetCore.Antiforgery.IAntiforgery",
        "System.Web.Mvc.AuthorizeAttribute",
        "System.Web.Http.AuthorizeAttribute",
        "System.Security.Principal.IPrincipal",
        "System.Security.Claims.ClaimsAuthorizationManager",
        "System.Web.Security.MembershipProvider",
    ];

    private readonly ImmutableArray<INamedTypeSymbol> _framework;

    private DecisionMethods(KnownTypes types) =>
        _framework = s_frameworkTypes.Select(name => types[name]).OfType<INamedTypeSymbol>().ToImmutableArray();

    public static DecisionMethods Of(KnownTypes types) => types.Fact(static known => new DecisionMethods(known));

    /// <summary>Whether the framework itself asks the method for its decision.</summary>
    public bool IsFrameworks(IMethodSymbol method) =>
        Inherited(method).Any(declared => _framework.Contains(declared.ContainingType.OriginalDefinition, SymbolEqualityComparer.Default));

    /// <summary>Whether a method decides about security.</summary>
    public bool Contains(IMethodSymbol method)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation))
            return false;
        if (IsCertificateCallback(method) || IsFrameworks(method))
            return true;
        if (!AnswersYesOrNo(method.ReturnType.UnwrapTask()))
            return false;
        // What a library asks for is what the library calls it: JsonConverter.CanConvert decides about types, whoever overrides it.
        var declared = Inherited(method).FirstOrDefault(candidate => candidate.Locations.All(location => !location.IsInSource)) ?? method;
        return Says(declared);
    }

    /// <summary>Whether a function has the form of a callback that judges a certificate.</summary>
    public static bool IsCertificateCallback(IMethodSymbol method) =>
        method.ReturnType.SpecialType == SpecialType.System_Boolean && IsAboutCertificates(method.Parameters);

    /// <summary>Whether parameters are those of a callback that judges a certificate.</summary>
    private static bool IsAboutCertificates(ImmutableArray<IParameterSymbol> parameters) =>
        parameters.Any(parameter => parameter.Type.Name is "SslPolicyErrors" && parameter.Type.ContainingNamespace.IsNamed("System", "Net", "Security"));

    private static IEnumerable<IMethodSymbol> Inherited(IMethodSymbol method) =>
        method.SelfAndDeclarations().Where(declared => !SymbolEqualityComparer.Default.Equals(declared, method.OriginalDefinition));

    private static bool AnswersYesOrNo(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean || type.Name is "AuthorizationResult" or "PolicyAuthorizationResult" or "PasswordVerificationResult";

    private static bool Says(IMethodSymbol method)
    {
        var name = WordsOf(method.Name.Substring(method.Name.LastIndexOf('.') + 1));
        if (StartsWith(name, DecisionWords.Describing))
            return DecisionWords.Rights.Find(name).Any();
        if (!StartsWith(name, DecisionWords.Deciding))
            return false;
        var subjects = name.Concat(method.Parameters.Where(parameter => !IsHarmless(parameter.Type)).SelectMany(parameter => WordsOf(parameter.Name).Concat(WordsOf(parameter.Type.Name)))).ToList();
        return DecisionWords.Subjects.Find(subjects).Any() && !IsOfParser(method)
            || (method.ContainingType is { } type && DecisionWords.Guardians.Find(WordsOf(type.Name)).Any());
    }

    /// <summary>A cancellation token, a syntax token: whatever the parameter is called, it is of another trade.</summary>
    private static bool IsHarmless(ITypeSymbol type) => SecurityWords.Harmless.Find(PlainWords.Of(type.Name)).Any();

    /// <summary>The tokens of a parser are no secrets, and the signatures of a compiler no proofs.</summary>
    private static bool IsOfParser(IMethodSymbol method) =>
        SecurityWords.TradeOf("token")!.Find(WordsOf(method.ContainingType?.Name ?? "").Concat(method.Parameters.SelectMany(parameter => WordsOf(parameter.Type.Name))).ToList()).Any();

    private static bool StartsWith(IReadOnlyList<PlainWord> words, PhraseSet verbs) => verbs.Find(words).Any(place => place.Start == 0);

    /// <summary>Each name ends like a sentence, so that phrases stay within it.</summary>
    private static IReadOnlyList<PlainWord> WordsOf(string name) =>
        SecurityWords.Harmless.Remove(PlainWords.Of(name + ". "));
}
