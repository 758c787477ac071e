using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.Analyzers.Vocabulary;

namespace SecurityReview.Analyzers.ContextValidation.UncheckedResult;

/// <summary>
/// Recognises calls that tell by their result whether a caller, a password, a token or an input passes: those of the framework by name, the
/// project's own as decision methods.
/// </summary>
internal static class SecurityChecks
{
    /// <summary>Members of the framework that speak in words of their own: they prove a password or a token before they act.</summary>
    private static readonly Dictionary<string, string> s_framework = new(StringComparer.Ordinal)
    {
        ["CheckPasswordSignInAsync"] = "SignInManager",
        ["ResetPasswordAsync"] = "UserManager",
        ["ChangePasswordAsync"] = "UserManager",
        ["ChangeEmailAsync"] = "UserManager",
        ["ChangePhoneNumberAsync"] = "UserManager",
        ["RedeemTwoFactorRecoveryCodeAsync"] = "UserManager",
        ["Build"] = "X509Chain",
        ["FixedTimeEquals"] = "CryptographicOperations",
        ["Verify"] = "BCrypt",
        ["EnhancedVerify"] = "BCrypt",
    };

    private static readonly HashSet<string> s_validations = new(StringComparer.Ordinal) { "TryValidateModel", "TryValidateObject", "TryValidateProperty", "TryValidateValue" };

    /// <summary>Members of the framework that sound like questions about security and are none: what is said of the columns of a model among them.</summary>
    private static readonly HashSet<string> s_others = new(StringComparer.Ordinal)
    {
        "IsNullOrEmpty", "IsNullOrWhiteSpace", "IsRowVersion", "IsConcurrencyToken", "HasMaxLength", "HasPrecision", "HasIndex",
        "HasForeignKey", "HasColumnName", "HasColumnType", "HasConversion", "HasDefaultValue", "HasDefaultValueSql", "HasQueryFilter",
    };

    /// <summary>Types on the client's side, whose questions go to somebody else who decides.</summary>
    private static readonly string[] s_clients = ["Client", "Connection", "Proxy", "Smtp", "Imap", "Ftp", "Ssh"];

    /// <summary>The names of checks.</summary>
    public static BodyWords WordsIn(KnownTypes types) => BodyWords
        .OfCalls(s_framework.Keys.Concat(s_validations))
        .OrLike(types, static word => !s_others.Contains(word) && DecisionMethods.MayDecide(word), WordUse.Called)
        // HasKey(item => item.Id): nobody is judged by functions.
        .Where(static name => name.Call() is not { } call || (!IsTested(call) && !call.IsGivenFunctions() && !IsOfColumn(call)));

    /// <summary>What a call checks; null where it is no check, or one that does not tell by its result.</summary>
    public static CheckKind? KindOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ReturnsVoid || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.LocalFunction or MethodKind.ExplicitInterfaceImplementation))
            return null;
        if (s_validations.Contains(method.Name))
            return method.ReturnType.SpecialType == SpecialType.System_Boolean ? CheckKind.Validation : null;
        if (s_framework.TryGetValue(method.Name, out var holder) && method.ContainingType.SelfAndBaseTypes().Any(type => type.Name == holder))
            return IsOwnProof(call) ? null : CheckKind.Decision;
        if (!DecisionMethods.Contains(method) || IsOfClient(method) || IsOwnProof(call))
            return null;
        return CheckKind.Decision;
    }

    /// <summary>Whether a call asks the program something that only its code shows to be about the caller: <c>IsVisible(ticket)</c>.</summary>
    public static bool MayAskInCode(IInvocationOperation call) => call.TargetMethod.HasSource() && DecisionMethods.MayBeByCode(call.TargetMethod);

    /// <summary><c>.HasMaxLength(10).IsRequired()</c>: names that a program may use for questions of its own are left out only in such a chain.</summary>
    private static bool IsOfColumn(InvocationExpressionSyntax call) =>
        call is { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsRequired" or "IsUnique", Expression: InvocationExpressionSyntax } };

    /// <summary>Whether a call is itself a condition, or part of one.</summary>
    private static bool IsTested(ExpressionSyntax call)
    {
        SyntaxNode value = call;
        while (value.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax || (value.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } && value.Parent.Parent is InvocationExpressionSyntax))
            value = value.Parent is MemberAccessExpressionSyntax access ? access.Parent! : value.Parent;
        return value.Parent switch
        {
            IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax => true,
            PrefixUnaryExpressionSyntax not => not.IsKind(SyntaxKind.LogicalNotExpression),
            BinaryExpressionSyntax both => both.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression,
            ConditionalExpressionSyntax choice => choice.Condition == value,
            _ => false,
        };
    }

    private static bool IsOfClient(IMethodSymbol method) =>
        method.Name.StartsWith("Authenticate", StringComparison.Ordinal) && NameWords.Of(method.ContainingType.Name).Any(s_clients.Contains);

    /// <summary>The proof was made a moment ago by the very code: <c>ResetPasswordAsync(user, await GeneratePasswordResetTokenAsync(user), …)</c> of an administrator.</summary>
    private static bool IsOwnProof(IInvocationOperation call) => call.Arguments.Any(static argument => IsGenerated(ValueForm.Peel(argument.Value)));

    private static bool IsGenerated(IOperation value)
    {
        if (value is ILocalReferenceOperation local && SingleAssignment.ValueOf(local.Local, local) is { } assigned)
            value = ValueForm.Peel(assigned);
        return value is IInvocationOperation { TargetMethod.Name: var name } && name.StartsWith("Generate", StringComparison.Ordinal) && name.Contains("Token");
    }
}
