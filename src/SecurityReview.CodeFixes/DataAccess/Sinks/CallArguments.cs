using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>Which argument belongs to which parameter.</summary>
internal static class CallArguments
{
    /// <summary>The parameter that an argument is for; null where the call is too unfinished to tell.</summary>
    public static IParameterSymbol? ParameterOf(ArgumentSyntax argument, IMethodSymbol method)
    {
        if (argument.NameColon is { } name)
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText);
        if (argument.Parent is not ArgumentListSyntax list)
            return null;
        var index = list.Arguments.IndexOf(argument);
        if (index < method.Parameters.Length)
            return method.Parameters[index];
        var last = method.Parameters.LastOrDefault();
        return last is { IsParams: true } ? last : null;
    }

    /// <summary>The argument for a parameter; null where it is left out.</summary>
    public static ArgumentSyntax? ArgumentFor(ArgumentListSyntax list, IMethodSymbol method, string parameter) =>
        list.Arguments.FirstOrDefault(argument => ParameterOf(argument, method)?.Name == parameter);
}
