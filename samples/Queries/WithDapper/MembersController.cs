using Dapper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;
using Queries.Data;

namespace Queries.WithDapper;

[ApiController]
[Route("dapper/members")]
public class MembersController(SqliteConnection connection, MemberStore members) : ControllerBase
{
    [HttpGet("{name}")]
    public ActionResult<Member> Get(string name)
    {
        const string Sql = "SELECT * FROM Members WHERE Name = ";
        var member = connection.QuerySingleOrDefault<Member>(Sql + $"'{name}' ORDER BY Id DESC LIMIT 1");
        return member is null ? NotFound() : member;
    }

    [HttpGet]
    public async Task<IEnumerable<Member>> Search([FromQuery] string? note = null)
    {
        return await connection.QueryAsync<Member>("SELECT * FROM Members WHERE Id < 5 AND Note LIKE '" + note + "%'");
    }

    [HttpGet("current")]
    public IEnumerable<string> Current() =>
        connection.Query<string>($"SELECT Mail FROM Members WHERE Name = '{Request.Query["reader"]}'");

    [HttpGet("mails")]
    public IEnumerable<string> Mails(string name)
    {
        var condition = "Name = '" + name + "'";
        return connection.Query<string>("SELECT Mail FROM Members WHERE " + condition + " ORDER BY Mail");
    }

    [HttpPost("rename")]
    public IEnumerable<Member> Rename(string mail, string name) => members.Rename(mail, name);

    [HttpPost("remove")]
    public Task<IEnumerable<Member>> Remove(string name) => members.RemoveAsync(name);

    [HttpPost("add")]
    public IEnumerable<Member> Add([FromQuery] Member member) => members.Add(member);

    [HttpPost("annotate")]
    public IEnumerable<Member> Annotate(string name, string note) => members.Annotate(name, note, 2);
}
