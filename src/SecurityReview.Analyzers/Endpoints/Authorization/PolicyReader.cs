using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>Reads what code that builds a policy asks for, from the names of the calls in it.</summary>
internal static class PolicyReader
{
    /// <summary>Calls that ask for more than to be signed in.</summary>
    private static readonly HashSet<string> s_demands = new(StringComparer.Ordinal) { "RequireAssertion", "AddRequirements", "RequireUserName", "Combine" };

    /// <summary>Claims that say what a program may do on behalf of its user, not what the user may do.</summary>
    private static readonly string[] s_scopes = ["scope", "scp", "http://schemas.microsoft.com/identity/claims/scope"];

    /// <summary>The terms of a policy.</summary>
    /// <param name="policy">A lambda that configures a builder, an expression that makes a policy, or a name of one.</param>
    public static PolicyTerms Read(ExpressionSyntax policy, Compilation compilation)
    {
        SyntaxNode code = policy;
        if (policy is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: SimpleNameSyntax })
        {
            var named = ForeignModels.Of(compilation, policy.SyntaxTree).GetSymbolInfo(policy).Symbol;
            if (named?.Name == "DefaultPolicy")
                return PolicyTerms.Plain;
            if (named is null || !named.HasSource())
                return PolicyTerms.Unknown;
            code = named.DeclaringSyntaxReferences[0].GetSyntax();
        }

        return Of(code, ForeignModels.Of(compilation, code.SyntaxTree));
    }

    private static PolicyTerms Of(SyntaxNode code, SemanticModel model)
    {
        var roles = ImmutableArray.CreateBuilder<string>();
        var more = false;
        foreach (var call in code.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver })
                continue;
            var arguments = call.ArgumentList.Arguments;
            switch (name)
            {
                case "RequireRole":
                    var given = arguments.Select(argument => model.GetConstantValue(argument.Expression).Value as string).ToList();
                    roles.AddRange(given.OfType<string>());
                    more |= given.Count == 0 || given.Contains(null);
                    break;
                case "RequireClaim":
                    more |= arguments.Count == 0 || model.GetConstantValue(arguments[0].Expression).Value is not string claim || !s_scopes.Contains(claim, StringComparer.OrdinalIgnoreCase);
                    break;
                case "Add" when receiver is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Requirements" }:
                    more = true;
                    break;
                default:
                    more |= s_demands.Contains(name) || (name.StartsWith("Require", StringComparison.Ordinal) && name is not ("RequireAuthenticatedUser" or "RequireScope"));
                    break;
            }
        }

        return new PolicyTerms(roles.ToImmutable(), more);
    }
}
