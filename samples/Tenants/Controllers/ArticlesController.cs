using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tenants.Data;
using Tenants.Repositories;
using Tenants.Security;

namespace Tenants.Controllers;

public class ArticlesController(IRepository<Article> articles) : ApiController
{
    [HttpGet("{id:int}")]
    [AllowAnonymous]
    public async Task<IActionResult> Get(int id, CancellationToken cancellation) =>
        await articles.GetByIdAsync(id, cancellation) is { } article ? Ok(article) : NotFound();

    [HttpPut("{id:int}")]
    [Authorize(Roles = Roles.Admin)]
    public async Task<IActionResult> Change(int id, ArticleText text, CancellationToken cancellation)
    {
        var article = await articles.GetByIdAsync(id, cancellation);
        if (article is null)
        {
            return NotFound();
        }

        article.Body = text.Body;
        article.ModifiedBy = UserId;
        await articles.SaveAsync(cancellation);
        return NoContent();
    }

    [HttpPost]
    [Authorize(Roles = Roles.Admin)]
    public async Task<IActionResult> Create(ArticleText text, CancellationToken cancellation)
    {
        articles.Add(new Article { Title = text.Title, Body = text.Body, CreatedBy = UserId, ModifiedBy = UserId });
        await articles.SaveAsync(cancellation);
        return NoContent();
    }

    public record ArticleText(string Title, string Body);
}
