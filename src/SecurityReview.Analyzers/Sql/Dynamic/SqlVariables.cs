using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql.Dynamic;

/// <summary>The variables and parameters of a text, or of the body of a function in it: how they are declared, and what they are given. The order is not asked.</summary>
internal sealed class SqlVariables
{
    private readonly Dictionary<string, SqlVariable> _variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly SqlVariables? _outer;

    /// <param name="outer">The variables of the text around a body.</param>
    public SqlVariables(SqlVariables? outer) => _outer = outer;

    /// <summary>What is known of a variable; null for one that the text only uses.</summary>
    public SqlVariable? Find(string name) => _variables.TryGetValue(name, out var known) ? known : _outer?.Find(name);

    /// <summary>The variable, to note something of it.</summary>
    public SqlVariable this[string name]
    {
        get
        {
            if (Find(name) is { } known)
                return known;
            return _variables[name] = new SqlVariable();
        }
    }

    /// <summary>Reads the tokens of a text without its comments.</summary>
    public static SqlVariables Read(ImmutableArray<SqlToken> tokens, SqlVariables? outer)
    {
        var variables = new SqlVariables(outer);
        new SqlVariableReader(tokens, variables).Read();
        return variables;
    }
}
