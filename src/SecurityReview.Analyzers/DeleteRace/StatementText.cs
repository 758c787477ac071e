using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>The SQL text that a call runs, and the values that it is given.</summary>
internal sealed class StatementText
{
    private readonly ComposedText? _composed;
    private readonly IInvocationOperation _call;

    private StatementText(SqlText sql, ComposedText? composed, IInvocationOperation call)
    {
        Sql = sql;
        _composed = composed;
        _call = call;
    }

    /// <summary>The text, with holes where values stand in it.</summary>
    public SqlText Sql { get; }

    /// <summary>Reads the text; null where it is made elsewhere.</summary>
    /// <param name="call">The call that runs it.</param>
    /// <param name="text">The expression that gives it.</param>
    /// <param name="verb">What the statement does, for text that only continues one.</param>
    public static StatementText? Read(IInvocationOperation call, IOperation text, SqlVerb verb, CancellationToken cancellation)
    {
        var value = text.Unwrap();
        if (value is ILocalReferenceOperation local && !value.ConstantValue.HasValue && SingleAssignment.ValueOf(local.Local, local) is { } assigned)
            value = assigned.Unwrap();
        if (value.ConstantValue is { HasValue: true, Value: string constant })
            return new StatementText(SqlText.Constant(constant), null, call);
        return value.Syntax is ExpressionSyntax expression && value.SemanticModel is { } model
            && SqlComposition.Read(expression, model, SqlDialect.Unknown, verb, cancellation) is { } composition
            ? new StatementText(composition.Text.Sql, composition.Text, call)
            : null;
    }

    /// <summary>What stands at an operand: the value of a placeholder or hole, a literal, else a text that nothing else has.</summary>
    public string ValueOf(SqlToken operand)
    {
        switch (operand.Kind)
        {
            case SqlTokenKind.Placeholder:
                return ValueOfPlaceholder(operand);
            case SqlTokenKind.Hole or SqlTokenKind.String when _composed is not null && Sql.HasHole(operand):
                return ValueText.OfSyntax(_composed.Hole(Sql.HoleIndexFrom(operand.Start)).Expression);
            case SqlTokenKind.Number or SqlTokenKind.String:
                return ValueText.OfConstant(operand.Value);
            default:
                return $"{operand.Text} at {operand.Start}";
        }
    }

    private string ValueOfPlaceholder(SqlToken placeholder)
    {
        var name = placeholder.Text.TrimStart('@', ':', '$', '?', '{').TrimEnd('}');
        if (name.Length == 0)
            return $"? at {placeholder.Start}";
        foreach (var argument in _call.Arguments)
        {
            switch (argument.Value.Unwrap())
            {
                case IAnonymousObjectCreationOperation values:
                    var member = values.Initializers.OfType<ISimpleAssignmentOperation>()
                        .FirstOrDefault(item => item.Target is IPropertyReferenceOperation target && target.Property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
                    if (member is not null)
                        return ValueText.Of(member.Value);
                    break;
                case IArrayCreationOperation { Initializer.ElementValues: var elements } when int.TryParse(name, out var index) && index < elements.Length:
                    return ValueText.Of(elements[index]);
            }
        }

        return int.TryParse(name, out _) ? $"{name} at {_call.Syntax.SpanStart}" : placeholder.Text;
    }
}
